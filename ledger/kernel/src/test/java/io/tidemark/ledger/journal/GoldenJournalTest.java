package io.tidemark.ledger.journal;

import static io.tidemark.ledger.journal.Shop.MONDAY;
import static io.tidemark.ledger.journal.Shop.TILL;
import static io.tidemark.ledger.journal.Shop.TUESDAY;
import static io.tidemark.ledger.journal.Shop.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.TestKeys;
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
 * The bytes of a journal's files, held against {@code golden/journal.txt}: the journal key of
 * {@link Shop#key()}, the signing key of 32 bytes 0x07, and data keys and nonces out of {@code new
 * Random(7)}. What this version writes is left in {@code target/golden-journal.txt}; taking it over
 * is a decision that needs an ADR.
 */
class GoldenJournalTest {
    private static final Path WRITTEN = Path.of("target", "golden-journal.txt");
    private static final TestKeys KEYS = TestKeys.of(7);
    private static final String COPY = "copy";

    @Test
    void a_journal_has_the_bytes_that_are_checked_in() throws IOException {
        String written = text(write(entries()));
        Files.writeString(WRITTEN, written);

        assertThat(written).isEqualTo(checkedIn());
    }

    @Test
    void the_journal_that_is_checked_in_can_still_be_read() throws IOException {
        Map<String, byte[]> files = files(checkedIn());
        files.remove(COPY);
        List<EntryBytes> found = new ArrayList<>();

        JournalCheck.Result result =
                JournalCheck.check(
                        TILL,
                        StorageInMemory.of(files),
                        Shop.key(),
                        KEYS.verifier(),
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

    private static Journal open(Storage disk, JournalKey key) {
        return Journal.open(TILL, disk, key, KEYS.verifier(), Shop.NOBODY);
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

    private static String checkedIn() throws IOException {
        try (InputStream golden =
                GoldenJournalTest.class.getResourceAsStream("/golden/journal.txt")) {
            return golden == null
                    ? "golden/journal.txt is missing"
                    : new String(golden.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
