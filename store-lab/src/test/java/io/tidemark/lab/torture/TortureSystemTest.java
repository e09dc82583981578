package io.tidemark.lab.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.shop.NodeApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A short run, with whatever harms its seed draws; a long one is {@code ./tidemark torture}, which
 * also puts an old disk back at its end.
 */
class TortureSystemTest {
    private static final long SEED = Long.getLong("seed", ThreadLocalRandom.current().nextLong());

    @TempDir Path dir;

    @Test
    void whatever_is_done_to_a_store_nothing_is_lost_and_nothing_is_there_twice()
            throws IOException {
        System.out.println("seed " + SEED);
        var settings =
                new TortureSettings(
                        Duration.ofSeconds(15),
                        SEED,
                        1,
                        2,
                        1,
                        EnumSet.complementOf(EnumSet.of(Kind.OLD_DISK)),
                        Optional.empty());

        TortureOutcome outcome;
        try (var torture =
                new Torture(settings, Tools.found(), dir, line -> System.out.println(line))) {
            outcome = torture.run();
        }

        String harms = Files.readString(dir.resolve("harms.log"));
        assertThat(outcome.tally().uncovered()).as(harms).isEmpty();
        assertThat(outcome.differences()).as(harms).isEmpty();
        assertThat(outcome.lost() + outcome.twice()).as(harms).isZero();
        assertThat(outcome.receipts()).isPositive();
        assertThat(outcome.goods()).as("goods that came and went").isPositive();
        assertThat(outcome.postVoids()).as("receipts taken back").isPositive();
        assertThat(outcome.resumed()).as("baskets taken up again").isPositive();
        assertThat(outcome.tally().bitten()).as("harms that bit").isNotEmpty();
        JsonNode json = NodeApi.JSON.readTree(TortureReport.json(outcome));
        assertThat(json.path("seed").asLong()).isEqualTo(SEED);
        assertThat(json.path("receipts").asLong()).isEqualTo(outcome.receipts());
    }
}
