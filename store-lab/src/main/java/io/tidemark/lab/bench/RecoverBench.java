package io.tidemark.lab.bench;

import io.tidemark.edge.ledger.TillSchema;
import io.tidemark.identity.Ed25519;
import io.tidemark.lab.bench.day.UnforcedDisk;
import io.tidemark.lab.bench.tables.BareTable;
import io.tidemark.lab.retail.Row;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.journal.Whose;
import io.tidemark.node.projection.FollowedJournal;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionPlace;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** How long a till takes that finds only its journal: all of it is checked, then posted again. */
final class RecoverBench {
    private static final JournalId JOURNAL = BenchTill.JOURNAL;
    private static final Duration REBUILD_MAX = Duration.ofHours(1);
    private static final int SAMPLE = 1_000;

    private final Path directory;
    private final List<Row.Line> goods;
    private final Size size;
    private final KeyPair keys = Ed25519.newKeys();
    private final byte[] key = new byte[JournalKey.BYTES];

    /**
     * @param entries in the journal, each a receipt of five lines
     * @param group of them between two signed heads
     */
    record Size(int entries, int group) {
        Size {
            if (entries < 1 || group < 1)
                throw new IllegalArgumentException("a journal needs entries, in groups");
        }

        long lines() {
            return (long) entries * Receipts.LINES;
        }
    }

    RecoverBench(Path directory, List<Row.Line> goods, Size size) {
        this.directory = directory;
        this.goods = goods;
        this.size = size;
    }

    Report run(PrintStream told) throws IOException {
        told.println("recover: recording " + size.entries() + " receipts …");
        record();
        told.println("recover: opening …");
        Timed opening = new Timed();
        try (Journal journal = open(new FileStorage(journalDirectory()))) {
            double opened = opening.seconds();
            told.println("recover: building the tables …");
            double rebuilt = rebuild(journal);
            told.println("recover: the limits …");
            return report(opened, rebuilt);
        }
    }

    private static final class Timed {
        private final long start = System.nanoTime();

        double seconds() {
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private void record() {
        Storage disk = new UnforcedDisk(new FileStorage(journalDirectory()));
        Receipts receipts = receipts();
        try (Journal journal = open(disk)) {
            for (int done = 1; done <= size.entries(); done++) {
                journal.append(receipts.sale());
                if (done % size.group() == 0 || done == size.entries()) force(journal);
            }
        }
    }

    private void force(Journal journal) {
        Head forced = journal.force(Ed25519.signer(keys.getPrivate())).head();
        if (!forced.equals(journal.head()))
            throw new IllegalStateException("not all was recorded: " + forced);
    }

    private Journal open(Storage disk) {
        return Journal.open(
                new Whose(
                        JOURNAL,
                        JournalKey.of(key),
                        Ed25519.verifier(Ed25519.raw(keys.getPublic()))),
                disk,
                (_, _, _) -> {});
    }

    private double rebuild(Journal journal) {
        Timed rebuilding = new Timed();
        try (Projection projection =
                Projection.start(
                        new ProjectionPlace(directory.resolve("projection"), key),
                        new TillSchema(),
                        List.of(FollowedJournal.of(journal)))) {
            long last = journal.forced().sequence();
            if (!projection.awaitApplied(JOURNAL, last, REBUILD_MAX))
                throw new IllegalStateException(
                        "the tables were not built: " + projection.status());
            return rebuilding.seconds();
        }
    }

    private Report report(double opened, double rebuilt) throws IOException {
        double hashed = hashed();
        double inserted = BareTable.secondsFor(size.lines(), directory);
        Report limit =
                new Report()
                        .put("sha256Seconds", hashed)
                        .put("sha256EntriesPerSecond", size.entries() / hashed)
                        .put("insertSeconds", inserted)
                        .put("insertLinesPerSecond", size.lines() / inserted);
        return new Report()
                .put("entries", size.entries())
                .put("group", size.group())
                .put("lines", size.lines())
                .put("cores", Runtime.getRuntime().availableProcessors())
                .put("openSeconds", opened)
                .put("openEntriesPerSecond", size.entries() / opened)
                .put("rebuildSeconds", rebuilt)
                .put("rebuildLinesPerSecond", size.lines() / rebuilt)
                .put("peakMb", SyncStore.peakMb(ProcessHandle.current().pid()))
                .put("limit", limit)
                .put("openRatio", opened / hashed)
                .put("rebuildRatio", rebuilt / inserted);
    }

    /** The chain alone, over receipts in memory, on one core as it must be. */
    private double hashed() {
        Receipts receipts = receipts();
        List<EntryBytes> sample = Stream.generate(receipts::sale).limit(SAMPLE).toList();
        Timed hashing = new Timed();
        Head head = Head.genesis(JOURNAL);
        for (int i = 0; i < size.entries(); i++) head = head.then(sample.get(i % SAMPLE));
        if (head.sequence() != size.entries()) throw new IllegalStateException("not all hashed");
        return hashing.seconds();
    }

    private Receipts receipts() {
        return new Receipts(goods, "1", OffsetDateTime.now(ZoneOffset.UTC), 0);
    }

    private Path journalDirectory() {
        return directory.resolve("journal");
    }
}
