package io.tidemark.fog;

import io.tidemark.fog.store.EarlierLives;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.Whose;
import io.tidemark.ledger.retention.Retention;
import io.tidemark.node.forks.Grants;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Halting;
import io.tidemark.node.home.NodeSettings;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.profiles.HardwareProfile;
import io.tidemark.profiles.UnknownProfile;
import java.io.IOException;
import java.io.UncheckedIOException;

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

    static Whose ownJournal(NodeIdentity identity, JournalKey key, OwnLife life) {
        return new Whose(life.journal(), key, identity.roster().verifier(identity.name()));
    }

    /** What the store's gateway recorded in its earlier epochs. */
    static EarlierLives earlierLives(
            NodeIdentity identity, JournalKey key, OwnLife life, GatewayPlaces places) {
        return new EarlierLives(places.earlier(), key, identity.roster()::verifier, life.earlier());
    }

    /** For how long what devices sent is kept here whole. */
    static Retention retention(NodeSettings settings) {
        return settings.retention(profile(settings).receiptDays());
    }

    /** What the columns of the days that are not closed may take. */
    static long columnBytes(NodeSettings settings) {
        return profile(settings).columnBytes();
    }

    private static HardwareProfile profile(NodeSettings settings) {
        try {
            return HardwareProfile.of(settings.profile(), settings.role().label());
        } catch (UnknownProfile e) {
            throw new CannotRun(ExitCode.BAD_USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Grants of the store's new epochs.
     *
     * @throws CannotRun if one lies there that nobody who may has signed
     */
    static Grants grants(NodeIdentity identity, GatewayPlaces places, Halting halting) {
        Grants grants =
                new Grants(
                        places.grants(),
                        new KeptFiles(halting),
                        Grants.Authority.of(identity.roster()));
        try {
            grants.takeDropped(_ -> {});
            return grants;
        } catch (Malformed e) {
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    e.getMessage() + ". Remove the file, or put the right one there",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a grant in " + places.grants(), e);
        }
    }
}
