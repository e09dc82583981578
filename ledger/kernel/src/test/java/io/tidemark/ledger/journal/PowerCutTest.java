package io.tidemark.ledger.journal;

import static io.tidemark.ledger.journal.Shop.MONDAY;
import static io.tidemark.ledger.journal.Shop.SIGNER;
import static io.tidemark.ledger.journal.Shop.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.EntryBytes;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plug is pulled at a random moment, again and again. The test's name carries its seed. */
class PowerCutTest {
    private static final int ROUNDS = 6;
    private static final int SECTOR_BYTES = 512;

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_was_told_survives_any_number_of_power_cuts(long seed) {
        Random random = new Random(seed);
        StorageInMemory disk = new StorageInMemory();
        Told told = new Told();
        for (int round = 0; round < ROUNDS; round++) {
            if (random.nextBoolean()) disk.allocating();
            disk.failAfter(random.nextInt(40));
            work(disk, told, random);
            disk =
                    random.nextInt(3) == 0
                            ? StorageInMemory.of(disk.files())
                            : disk.afterPowerCut(random);

            List<EntryBytes> found = new ArrayList<>();
            read(disk, found);

            assertThat(isStartOf(told.entries, found)).isTrue();
            assertThat(isStartOf(found, told.maybe)).isTrue();
            told.settle(found);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sectors_written_out_of_order_hinder_nothing_and_lose_nothing(long seed) {
        Random random = new Random(seed);
        StorageInMemory disk = new StorageInMemory();
        Journal journal = Shop.open(disk);
        journal.append(entry(MONDAY, "told"));
        journal.force(SIGNER);
        Map<String, byte[]> told = disk.files();
        for (int i = 0; i < 5; i++) journal.append(entry(MONDAY, new byte[random.nextInt(1000)]));
        journal.force(SIGNER);

        StorageInMemory stopped = withSectorsOfTheLastWrite(told, disk.files(), random);

        try (Journal again = Shop.open(stopped)) {
            assertThat(again.forced().sequence()).isIn(1L, 6L);
            again.append(entry(MONDAY, "goes on"));
            again.force(SIGNER);
        }
        Shop.open(StorageInMemory.of(stopped.files())).close();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_hole_in_what_was_forced_is_never_cut(long seed) {
        Random random = new Random(seed);
        StorageInMemory disk = new StorageInMemory();
        Journal journal = Shop.open(disk);
        journal.append(entry(MONDAY, "told"));
        journal.force(SIGNER);
        Map<String, byte[]> noteThatWasNeverForced = disk.files();
        int from = size(noteThatWasNeverForced);
        for (int i = 0; i < 2; i++) journal.append(entry(MONDAY, new byte[random.nextInt(1000)]));
        journal.force(SIGNER);
        int to = size(disk.files());
        journal.append(entry(MONDAY, "the next write, before which that one was forced"));
        journal.force(SIGNER);
        Map<String, byte[]> files = new TreeMap<>(noteThatWasNeverForced);
        byte[] hole = segment(disk.files());
        int holeEnd = Math.min(to, from + 1 + random.nextInt(to - from));
        Arrays.fill(hole, from + random.nextInt(holeEnd - from), holeEnd, (byte) 0);
        boolean changed = !Arrays.equals(hole, segment(disk.files()));
        files.put("segment-000001.tmj", Arrays.copyOf(hole, hole.length + 4096));

        StorageInMemory harmed = StorageInMemory.of(files);

        if (changed) assertThatThrownBy(() -> Shop.open(harmed)).isInstanceOf(JournalDamaged.class);
    }

    /**
     * What was answered, and all that may be on the disk: that, and the group that was under way.
     */
    private static final class Told {
        private List<EntryBytes> entries = new ArrayList<>();
        private List<EntryBytes> maybe = new ArrayList<>();

        void settle(List<EntryBytes> found) {
            entries = new ArrayList<>(found);
            maybe = new ArrayList<>(found);
        }
    }

    private static void work(StorageInMemory disk, Told told, RandomGenerator random) {
        try (Journal journal = Shop.open(disk)) {
            int groups = random.nextInt(8);
            for (int group = 0; group < groups; group++) {
                int size = 1 + random.nextInt(4);
                for (int i = 0; i < size; i++) {
                    EntryBytes entry =
                            entry(
                                    MONDAY.plusDays(random.nextInt(4)),
                                    new byte[random.nextInt(700)]);
                    told.maybe.add(entry);
                    journal.append(entry);
                }
                journal.force(SIGNER);
                told.entries = new ArrayList<>(told.maybe);
                if (random.nextInt(6) == 0) journal.closeSegment();
            }
        } catch (JournalBroken | UncheckedIOException e) {
            assertThat(e).hasStackTraceContaining("no space left");
        }
    }

    private static boolean isStartOf(List<EntryBytes> start, List<EntryBytes> whole) {
        return start.size() <= whole.size() && whole.subList(0, start.size()).equals(start);
    }

    private static void read(StorageInMemory disk, List<EntryBytes> found) {
        Journal.open(Shop.whose(), disk, (sequence, hash, entry) -> found.add(entry)).close();
    }

    private static StorageInMemory withSectorsOfTheLastWrite(
            Map<String, byte[]> before, Map<String, byte[]> after, RandomGenerator random) {
        Map<String, byte[]> files = new TreeMap<>(before);
        int end = segment(after).length;
        byte[] mixed = Arrays.copyOf(segment(before), end + random.nextInt(2) * 4096);
        for (int from = size(before); from < end; from = (from / SECTOR_BYTES + 1) * SECTOR_BYTES) {
            int to = Math.min(end, (from / SECTOR_BYTES + 1) * SECTOR_BYTES);
            if (random.nextBoolean())
                System.arraycopy(segment(after), from, mixed, from, to - from);
        }
        files.put("segment-000001.tmj", mixed);
        return StorageInMemory.of(files);
    }

    private static int size(Map<String, byte[]> files) {
        return segment(files).length;
    }

    private static byte[] segment(Map<String, byte[]> files) {
        return files.getOrDefault("segment-000001.tmj", new byte[0]);
    }
}
