package io.tidemark.node.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever happens to the file of a stopped node, the next start shows the same rows. The name of a
 * test is its seed.
 */
class DamagedFileTest {
    private static final int SEEDS = Integer.getInteger("tidemark.seeds", 60);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final byte[] KEY = new byte[32];

    @TempDir private static Path pristine;

    @TempDir private Path directory;

    private static final MemoryJournal TILL_1 = Shop.recorded(1, 900, 11);
    private static final MemoryJournal TILL_2 = Shop.recorded(2, 600, 12);

    private static Contents expected;

    @BeforeAll
    static void record() {
        try (Projection projection = started(pristine)) {
            expected = Contents.of(projection);
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_damaged_file_shows_the_same_rows_after_the_next_start(int seed) throws IOException {
        Random random = new Random(seed);
        Damage damage = Damage.values()[seed % Damage.values().length];
        Damage.copy(pristine, directory);
        boolean clean = random.nextBoolean();
        if (!clean) Files.delete(directory.resolve("shop.clean"));
        damage.inflict(directory.resolve("shop.mv.db"), random);

        try (Projection projection = started(directory)) {
            assertThat(Contents.of(projection)).as(damage + " of seed " + seed).isEqualTo(expected);
            assertThat(foundByKey(projection))
                    .isEqualTo(TILL_1.forced().sequence() + TILL_2.forced().sequence());
        }
    }

    /** Receipts that are found through the index of their command as well as through their id. */
    private static long foundByKey(Projection projection) {
        return projection.read(connection -> {
            try (var statement = connection.createStatement();
                    var found =
                            statement.executeQuery(
                                    "SELECT COUNT(*) FROM receipt a"
                                            + " WHERE EXISTS (SELECT 1 FROM receipt b WHERE b.command = a.command AND b.id = a.id)")) {
                found.next();
                return found.getLong(1);
            }
        });
    }

    private static Projection started(Path directory) {
        Projection projection =
                Projection.start(
                        new ProjectionPlace(directory, KEY), new Shop(), List.of(TILL_1, TILL_2));
        assertThat(projection.awaitReadable(SOON)).as(projection.status().detail()).isTrue();
        return projection;
    }
}
