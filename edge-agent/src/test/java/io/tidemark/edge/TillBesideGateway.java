package io.tidemark.edge;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A till that runs, with its day open, and a gateway whose replies are the test's. */
abstract class TillBesideGateway {
    static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    final GatewayInMemory gateway = new GatewayInMemory(RunningTill.FIRST);

    @SuppressWarnings("NullAway.Init") // set before each
    RunningTill till;

    /** Puts there what the shop sells. */
    abstract void stock(Path directory);

    @BeforeEach
    void start() {
        stock(directory);
        till = RunningTill.in(directory, gateway::answering);
        till.openDay();
    }

    @AfterEach
    void stop() {
        till.close();
    }

    void restart() {
        till.close();
        till = RunningTill.in(directory, gateway::answering);
    }

    void online() {
        await().atMost(SOON).until(() -> till.status().contains("\"online\":true"));
    }

    /** The till notices when it has something to send, which is no receipt. */
    void offline() {
        gateway.up = false;
        await().atMost(SOON)
                .until(() -> {
                    till.post(
                            "/api/v1/no-sale",
                            "{\"commandId\": \""
                                    + RunningTill.newId()
                                    + "\", \"operator\": \"Mary\", \"reason\": \"change\"}");
                    return till.status().contains("\"online\":false");
                });
    }
}
