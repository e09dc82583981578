package io.tidemark.fog;

import io.tidemark.fog.store.EarlierLives;
import io.tidemark.fog.store.StoreCalendar;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;

/** What running and verifying a gateway both need of its identity. */
final class Parts {
    private Parts() {}

    static Roster.StoreFacts factsOf(NodeIdentity identity) {
        return identity.roster()
                .store(identity.name().store())
                .orElseThrow(() ->
                        new CannotRun(
                                ExitCode.DAMAGED,
                                "the roster says nothing of store "
                                        + identity.name().store()
                                        + ": put the node's identity directory back from"
                                        + " the authority's output"));
    }

    static Roster.Member headOfficeOf(Roster roster) {
        return roster.headOffice()
                .orElseThrow(() ->
                        new CannotRun(
                                ExitCode.DAMAGED,
                                "the roster names no head office: put the node's identity"
                                        + " directory back from the authority's output"));
    }

    static StoreJournal.Own ownJournal(
            NodeIdentity identity,
            JournalKey key,
            StoreCalendar calendar,
            EarlierLives earlier,
            Runnable onForced) {
        return new StoreJournal.Own(
                identity.journal(),
                identity.signer(),
                identity.roster().verifier(identity.name()),
                key,
                calendar,
                earlier,
                onForced);
    }

    /** What the store's gateway recorded in its earlier epochs. */
    static EarlierLives earlierLives(NodeIdentity identity, JournalKey key, GatewayPlaces places) {
        return EarlierLives.none(
                places.earlier(), key, identity.roster().verifier(identity.name()));
    }
}
