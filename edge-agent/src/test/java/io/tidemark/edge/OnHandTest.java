package io.tidemark.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store has of an article, asked of the gateway through a device. */
class OnHandTest {
    private static final Duration CONNECTING_MAX = Duration.ofSeconds(20);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @Test
    void a_connected_device_tells_what_the_gateway_knows() {
        GatewayInMemory gateway = new GatewayInMemory(RunningTill.FIRST);
        gateway.knows = OnHandTest::known;
        try (RunningTill device = RunningTill.in(directory, gateway::answering)) {
            await().atMost(CONNECTING_MAX).until(() -> device.status().contains("\"online\":true"));

            assertThat(device.get("/api/v1/stock/on-hand?plu=CHEESE").body())
                    .contains("\"known\":true", "\"quantity\":\"-1.5\"", "\"unit\":\"KGM\"")
                    .contains("\"counted\":\"2010-11-30T18:00:00Z\"");
            assertThat(device.get("/api/v1/stock/on-hand?plu=BOOK").body())
                    .contains("\"known\":false", "nothing of this article has moved");
        }
    }

    @Test
    void a_device_without_a_gateway_says_so_at_once() {
        try (RunningTill device = RunningTill.in(directory)) {
            assertThat(device.get("/api/v1/stock/on-hand?plu=CHEESE").body())
                    .contains("\"known\":false", "the gateway is not connected");
        }
    }

    private static Reply known(Subject subject) {
        return subject.equals(new Subject.StockOnHand("CHEESE"))
                ? new Reply.Stock(
                        "CHEESE",
                        Quantity.of("-1.5", Unit.KILOGRAM),
                        Instant.parse("2010-11-30T18:00:00Z"))
                : new Reply.NotKnown();
    }
}
