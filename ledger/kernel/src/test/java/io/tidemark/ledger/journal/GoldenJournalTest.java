package io.tidemark.ledger.journal;

import static io.tidemark.ledger.journal.Shop.MONDAY;
import static io.tidemark.ledger.journal.Shop.TILL;
import static io.tidemark.ledger.journal.Shop.TUESDAY;
import static io.tidemark.ledger.journal.Shop.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.TestKeys;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.event.PrunedEntry.Pruning;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The bytes of a journal's files, held against {@code golden/journal.txt}, and of one with a stub,
 * against {@code golden/stub.txt}: the journal key of {@link Shop#key()}, the signing key of 32
 * bytes 0x07, and data keys and nonces out of {@code new Random(7)}. What this version writes is
 * left in {@code target/golden-journal.txt} and {@code target/golden-stub.txt}; taking it over is a
 * decision that needs an ADR.
 */
class GoldenJournalTest {
    private static final String JOURNAL = "journal.txt";
    private static final String STUB = "stub.txt";
    private static final Pruning PRUNED = new Pruning(MONDAY.plusDays(40), 35);
    private static final TestKeys KEYS = TestKeys.of(7);
    private static final String COPY = "copy";

    @Test
    void a_journal_has_the_bytes_that_are_checked_in() throws IOException {
        assertThat(left(JOURNAL, text(write(entries())))).isEqualTo(checkedIn(JOURNAL));
    }

    @Test
    void a_stub_has_the_bytes_that_are_checked_in() throws IOException {
        assertThat(left(STUB, text(writePruned()))).isEqualTo(checkedIn(STUB));
    }

    @Test
    void the_stub_that_is_checked_in_can_still_be_read() throws IOException {
        PrunableJournalAtHand.Seen seen = new PrunableJournalAtHand.Seen();

        JournalCheck.Result result =
                JournalCheck.check(
                        new Whose(TILL, Shop.key(), KEYS.verifier()),
                        StorageInMemory.of(files(checkedIn(STUB))),
                        seen);

        assertThat(result).isInstanceOf(JournalCheck.Intact.class);
        assertThat(seen.entries).isEqualTo(2);
        PrunedEntry left = seen.pruned.getFirst();
        assertThat(left.sequence()).isEqualTo(2);
        assertThat(left.header()).isEqualTo(EntryCodec.header(receipt()));
        assertThat(left.why()).isEqualTo(PRUNED);
    }

    @Test
    void the_journal_that_is_checked_in_can_still_be_read() throws IOException {
        Map<String, byte[]> files = files(checkedIn(JOURNAL));
        files.remove(COPY);
        List<EntryBytes> found = new ArrayList<>();

        JournalCheck.Result result =
                JournalCheck.check(
                        new Whose(TILL, Shop.key(), KEYS.verifier()),
                        StorageInMemory.of(files),
                        (sequence, hash, entry) -> found.add(entry));

        assertThat(result).isInstanceOf(JournalCheck.Intact.class);
        assertThat(found).isEqualTo(entries());
    }

    private static List<EntryBytes> entries() {
        return List.of(
                entry(MONDAY, "one"),
                entry(MONDAY, "two"),
                entry(MONDAY, "three"),
                entry(TUESDAY, "four"));
    }

    /** Two groups, a restart, and a group of another day. */
    private static Map<String, byte[]> write(List<EntryBytes> entries) {
        StorageInMemory disk = new StorageInMemory();
        JournalKey key = Shop.key(new Random(7));
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (Journal journal = open(disk, key)) {
            group(journal, entries.subList(0, 2));
            group(journal, entries.subList(2, 3));
        }
        try (Journal journal = open(disk, key)) {
            group(journal, entries.subList(3, 4));
            JournalCopy.export(journal, 1, 4, copy);
        }
        Map<String, byte[]> files = new TreeMap<>(disk.files());
        files.put(COPY, copy.toByteArray());
        return files;
    }

    /** A day of two entries, one of them a receipt, and the next. */
    private static Map<String, byte[]> writePruned() {
        StorageInMemory disk = new StorageInMemory();
        try (Journal journal = open(disk, Shop.key(new Random(7)))) {
            group(journal, List.of(entry(MONDAY, "one"), receipt()));
            group(journal, List.of(entry(TUESDAY, "three")));
            journal.prune(1, PRUNED);
        }
        return disk.files();
    }

    private static EntryBytes receipt() {
        return PrunableJournalAtHand.receipt(MONDAY, 1);
    }

    private static String left(String name, String written) throws IOException {
        Files.writeString(Path.of("target", "golden-" + name), written);
        return written;
    }

    private static Journal open(Storage disk, JournalKey key) {
        return Journal.open(new Whose(TILL, key, KEYS.verifier()), disk, Shop.NOBODY);
    }

    private static void group(Journal journal, List<EntryBytes> entries) {
        entries.forEach(journal::append);
        assertThat(journal.force(KEYS.signer()).head()).isEqualTo(journal.head());
    }

    private static String text(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .map(file ->
                        file.getKey() + " = " + HexFormat.of().formatHex(file.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static Map<String, byte[]> files(String text) {
        return text.lines()
                .map(line -> line.split(" = "))
                .collect(
                        Collectors.toMap(
                                parts -> parts[0],
                                parts -> HexFormat.of().parseHex(parts[1]),
                                (first, second) -> first,
                                TreeMap::new));
    }

    private static String checkedIn(String name) throws IOException {
        try (InputStream golden = GoldenJournalTest.class.getResourceAsStream("/golden/" + name)) {
            return golden == null
                    ? "golden/" + name + " is missing"
                    : new String(golden.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
