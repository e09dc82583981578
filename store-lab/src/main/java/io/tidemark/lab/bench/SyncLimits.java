package io.tidemark.lab.bench;

import io.tidemark.identity.Ed25519;
import io.tidemark.lab.retail.Row;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.event.EntryCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What no sync can be faster than, on this disk and these cores: each thing alone, on one thread,
 * over batches of the same receipts.
 */
final class SyncLimits {
    private static final int RECEIPTS = 500;
    private static final Duration EACH = Duration.ofSeconds(1);

    private final List<EntryBytes> batch = new ArrayList<>();
    private final byte[] bytes;
    private final JournalId journal =
            new JournalId(new NodeName("limits.invalid", "limits", "till"), 1);
    private final SignedHead head;
    private final Verifier origin;

    private interface Work {
        void run() throws IOException;
    }

    SyncLimits(List<Row.Line> lines) {
        Receipts receipts = new Receipts(lines, "T1", OffsetDateTime.now(ZoneOffset.UTC), 0);
        for (int i = 0; i < RECEIPTS; i++) batch.add(receipts.sale());
        ByteBuffer all = ByteBuffer.allocate(batch.stream().mapToInt(EntryBytes::size).sum());
        batch.forEach(entry -> all.put(entry.toBytes()));
        bytes = Arrays.copyOf(all.array(), all.position());
        KeyPair keys = Ed25519.newKeys();
        head = SignedHead.sign(journal, chained(), Ed25519.signer(keys.getPrivate()));
        origin = Ed25519.verifier(Ed25519.raw(keys.getPublic()));
    }

    /** Lines a second of each, and what a batch weighs. */
    Report measure(Path directory) throws IOException {
        Path file = directory.resolve("limits");
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            double forced =
                    linesPerSecond(() -> {
                        channel.write(ByteBuffer.wrap(bytes), 0);
                        channel.force(false);
                    });
            return new Report()
                    .put("rawBytesPerLine", bytes.length / (double) (RECEIPTS * Receipts.LINES))
                    .put(
                            "hashVerifyForceLinesPerSecond",
                            linesPerSecond(() -> {
                                hashAndVerify();
                                channel.write(ByteBuffer.wrap(bytes), 0);
                                channel.force(false);
                            }))
                    .put("hashVerifyLinesPerSecond", linesPerSecond(this::hashAndVerify))
                    .put("decodeLinesPerSecond", linesPerSecond(this::decode))
                    .put("writeForceLinesPerSecond", forced)
                    .put(
                            "diskMegabytesPerSecond",
                            forced / (RECEIPTS * Receipts.LINES) * bytes.length / 1e6);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void hashAndVerify() {
        if (!chained().equals(head.head()) || !head.isBy(origin))
            throw new IllegalStateException("the limits' own batch does not hold");
    }

    private void decode() {
        for (EntryBytes entry : batch) EntryCodec.decode(entry);
    }

    private Head chained() {
        Head last = Head.genesis(journal);
        for (EntryBytes entry : batch) last = last.then(entry);
        return last;
    }

    /** The first half warms up and does not count. */
    private static double linesPerSecond(Work work) throws IOException {
        repeat(work);
        return repeat(work);
    }

    private static double repeat(Work work) throws IOException {
        long start = System.nanoTime();
        long end = start + EACH.toNanos();
        long times = 0;
        while (System.nanoTime() < end) {
            work.run();
            times++;
        }
        return times * RECEIPTS * Receipts.LINES * 1e9 / (System.nanoTime() - start);
    }
}
