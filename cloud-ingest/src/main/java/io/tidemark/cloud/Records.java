package io.tidemark.cloud;

import io.tidemark.cloud.ingest.StoreJournals;
import io.tidemark.cloud.ledger.HeadOfficeSchema;
import io.tidemark.cloud.masterdata.PublicationHistory;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.Whose;
import io.tidemark.ledger.receive.ReceivedJournal;
import io.tidemark.node.home.Opened;
import io.tidemark.node.projection.FollowedJournal;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionPlace;
import java.util.List;
import java.util.stream.Stream;

/**
 * What head office has recorded, checked to the last byte, and the tables that follow it.
 *
 * @param own head office's own journal, of what it publishes
 * @param history what that journal says
 */
record Records(
        StoreJournals journals, Journal own, PublicationHistory history, Projection projection) {

    /** The tables are closed first and the journals last. */
    static Records open(HeadOfficePlaces places, NodeIdentity identity, Opened opened) {
        JournalKey key = JournalKey.of(identity.journalKey());
        StoreJournals journals =
                opened.and(
                        StoreJournals.open(
                                places.stores(),
                                key,
                                identity.roster(),
                                new ReceivedJournal.Self(identity.journal(), identity.signer())));
        PublicationHistory history = new PublicationHistory();
        Journal own = opened.and(own(places, identity, key, history));
        Projection projection = opened.and(projection(places, identity, journals, own));
        return new Records(journals, own, history, projection);
    }

    private static Journal own(
            HeadOfficePlaces places,
            NodeIdentity identity,
            JournalKey key,
            PublicationHistory history) {
        return Journal.open(
                        new Whose(
                                identity.journal(),
                                key,
                                identity.roster().verifier(identity.name())),
                        new FileStorage(
                                places.home().journals().resolve(identity.journal().label())),
                        history)
                .signedBy(identity.signer());
    }

    private static Projection projection(
            HeadOfficePlaces places, NodeIdentity identity, StoreJournals journals, Journal own) {
        List<FollowedJournal> followed =
                Stream.concat(journals.all().stream(), Stream.of(own))
                        .map(FollowedJournal::of)
                        .toList();
        ProjectionPlace place =
                new ProjectionPlace(places.home().projection(), identity.journalKey());
        return Projection.start(place, new HeadOfficeSchema(), followed);
    }
}
