package io.tidemark.fog.recover;

import io.tidemark.fog.forward.Archive;
import io.tidemark.identity.RecoveryKey;
import io.tidemark.identity.RecoverySeal;
import io.tidemark.identity.Role;
import io.tidemark.identity.Roster;
import io.tidemark.identity.SealBroken;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.archive.BatchSequence;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.Provenance;
import io.tidemark.ledger.journal.Whose;
import io.tidemark.ledger.sync.Known;
import io.tidemark.ledger.sync.Receiver;
import io.tidemark.ledger.sync.Verdict;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Rebuilds a gateway's journals on an empty disk from what head office keeps: the store's own
 * journals of earlier epochs in clear, its devices' archived segments with the store's recovery
 * key. Everything is checked as if it came from its origin; what is here already is compared and
 * kept. May be run again: it goes on where it stopped.
 */
public final class Rebuilding {
    private final Place place;
    private final Keeping headOffice;
    private final Roster roster;

    /** The home's journals, the key they are kept under, and a directory for what is fetched. */
    public record Place(Path journals, JournalKey key, Path fetched) {}

    /**
     * What became of one journal.
     *
     * @param before entries that were here
     * @param after entries that are here now
     * @param trouble why there are no more, where something stood in the way
     */
    public record Rebuilt(JournalId journal, long before, long after, Optional<String> trouble) {}

    public Rebuilding(Place place, Keeping headOffice, Roster roster) {
        this.place = place;
        this.headOffice = headOffice;
        this.roster = roster;
    }

    /** Fetches one of the gateway's own earlier journals back. */
    public Rebuilt store(JournalId journal) throws IOException {
        try (Receiving receiving = new Receiving(journal)) {
            for (Optional<Batch> next = next(receiving);
                    next.isPresent() && receiving.trouble.isEmpty();
                    next = next(receiving)) receiving.take(next.get());
            return receiving.result();
        }
    }

    /** Fetches and opens every archived segment of the store's devices. */
    public List<Rebuilt> devices(RecoveryKey recovery) throws IOException {
        Map<String, List<Keeping.Kept>> byJournal =
                headOffice.archived().stream()
                        .filter(kept -> !isGateways(kept.journal()))
                        .collect(
                                Collectors.groupingBy(
                                        kept -> kept.journal().label(),
                                        TreeMap::new,
                                        Collectors.toList()));
        List<Rebuilt> rebuilt = new ArrayList<>();
        for (List<Keeping.Kept> segments : byJournal.values())
            rebuilt.add(device(segments, recovery));
        return rebuilt;
    }

    private Optional<Batch> next(Receiving receiving) throws IOException {
        return headOffice.entries(
                receiving.journal.id().epoch(), receiving.journal.head().sequence() + 1);
    }

    private boolean isGateways(JournalId journal) {
        return roster.member(journal.node())
                .filter(member -> member.role() == Role.GATEWAY)
                .isPresent();
    }

    /**
     * Segments of different lives of a gateway may fill each other's gaps, so they are gone through
     * as long as that helps.
     */
    private Rebuilt device(List<Keeping.Kept> segments, RecoveryKey recovery) throws IOException {
        JournalId id = segments.getFirst().journal();
        List<Keeping.Kept> inOrder =
                segments.stream().sorted(Comparator.comparing(Rebuilding::order)).toList();
        try (Receiving receiving = new Receiving(id)) {
            long before;
            do {
                before = receiving.begin();
                for (Keeping.Kept segment : inOrder) open(segment, recovery, receiving);
            } while (receiving.trouble.isPresent() && receiving.hasMoreThan(before));
            return receiving.result();
        }
    }

    /** Those of a gateway's first life come before those of its later ones, each in its order. */
    private static String order(Keeping.Kept kept) {
        return kept.segment().startsWith("life-") ? kept.segment() : "life-0" + kept.segment();
    }

    /** Opened twice: the first time to see that the seal holds to its end. */
    private void open(Keeping.Kept segment, RecoveryKey recovery, Receiving receiving)
            throws IOException {
        Files.createDirectories(place.fetched());
        Path file = Files.createTempFile(place.fetched(), segment.segment(), ".sealed");
        try {
            Files.delete(file);
            headOffice.fetch(segment, file);
            byte[] info = Archive.info(segment.journal(), segment.segment());
            unseal(recovery, info, file, OutputStream.nullOutputStream());
            try (BatchSequence batches = new BatchSequence(receiving::take)) {
                unseal(recovery, info, file, batches);
            }
        } catch (SealBroken | Malformed e) {
            receiving.missing(segment.segment() + ": " + e.getMessage());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void unseal(RecoveryKey recovery, byte[] info, Path file, OutputStream out)
            throws IOException {
        try (InputStream sealed = new BufferedInputStream(Files.newInputStream(file))) {
            RecoverySeal.open(recovery, info, sealed, out);
        }
    }

    /** A journal that takes what its origin signed, and only that. */
    private final class Receiving implements AutoCloseable {
        private final Journal journal;
        private final Verifier origin;
        private final long before;
        private Optional<String> trouble = Optional.empty();

        Receiving(JournalId id) {
            origin = roster.verifier(id);
            journal = open(id);
            before = journal.forced().sequence();
        }

        /** An earlier journal of the gateway's own may be here as a power cut left it. */
        private Journal open(JournalId id) {
            FileStorage files = new FileStorage(place.journals().resolve(id.label()));
            Provenance provenance = isGateways(id) ? Provenance.OWN : Provenance.RECEIVED;
            Whose whose = new Whose(id, place.key(), origin, provenance);
            return Journal.open(whose, files, EntryVisitor.NOBODY);
        }

        void take(Batch batch) {
            Known known =
                    new Known(
                            journal.id().node(),
                            journal.id(),
                            journal.forced(),
                            journal::hashAt,
                            origin,
                            false);
            switch (Receiver.examine(batch, known)) {
                case Verdict.Fresh fresh -> {
                    fresh.entries().forEach(journal::append);
                    journal.force(fresh.head());
                }
                case Verdict.Known _ -> {}
                case Verdict.Gap(Head after) ->
                        missing(
                                "the entries "
                                        + (after.sequence() + 1)
                                        + " to "
                                        + (batch.from() - 1)
                                        + " are not in what head office keeps");
                case Verdict.Forked(long at, var _, var _) ->
                        missing("entry " + at + " here is another than head office keeps");
                case Verdict.Refused(var _, String why) -> missing(why);
            }
        }

        /** What was missing may be found this time. */
        long begin() {
            trouble = Optional.empty();
            return journal.forced().sequence();
        }

        boolean hasMoreThan(long sequence) {
            return journal.forced().sequence() > sequence;
        }

        void missing(String why) {
            if (trouble.isEmpty()) trouble = Optional.of(why);
        }

        Rebuilt result() {
            return new Rebuilt(journal.id(), before, journal.forced().sequence(), trouble);
        }

        @Override
        public void close() {
            journal.close();
        }
    }
}
