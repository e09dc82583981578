package io.tidemark.fog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.fog.broker.BrokerClient;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.telemetry.ClockTold;
import io.tidemark.ledger.telemetry.Telemetry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What devices say of themselves, over the real broker, to the page and the database. */
class FleetTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final byte[] DAMAGED = new byte[40_000];

    @TempDir private static Path directory;

    private static LaboratoryNode gateway;

    @BeforeAll
    static void open() throws IOException {
        gateway = LaboratoryNode.provisioned(directory, 3);
        Files.createDirectories(telemetry());
        Files.write(telemetry().resolve("telemetry-1.mv.db"), DAMAGED);
        gateway.start();
    }

    @AfterAll
    static void close() {
        gateway.stop();
    }

    @Test
    void what_a_device_says_of_itself_is_on_the_page_and_it_is_told_the_time() throws Exception {
        try (BrokerClient till = gateway.connected("till-1")) {
            ClockTold told = till.telemetry(SaidAtHand.of(7, 12, Duration.ofSeconds(-90)));

            assertThat(told.number()).isEqualTo(7);
            assertThat(told.received())
                    .isBetween(
                            Instant.parse("2026-11-20T18:00:00Z"),
                            Instant.parse("2026-11-20T18:10:00Z"));
            assertThat(gateway.get("/api/v1/fleet"))
                    .contains(
                            "\"device\":\"till-1\"",
                            "\"residentBytes\":115343360",
                            "\"clockAheadMillis\":-90000",
                            "battery at 12 %: put it in its cradle");
            assertThat(gateway.get("/fleet"))
                    .contains("its clock is 90.0 s behind", "110 MiB", "0.3 ms", "till-2gb");
            assertThat(gateway.get("/api/v1/alerts"))
                    .contains(
                            "\"kind\":\"DEVICE_BATTERY\",\"subject\":\"till-1\"",
                            "\"kind\":\"DEVICE_CLOCK\",\"subject\":\"till-1\"");
            assertThat(gateway.get("/"))
                    .contains("battery at 12 %", "href=\"/fleet/devices/till-1\">See the device");
            await().atMost(SOON)
                    .until(() ->
                            gateway.get("/api/v1/fleet/till-1").contains("\"batteryPercent\":12"));
            assertThat(gateway.get("/fleet/devices/till-1")).contains("Battery", "<polyline");
        }
    }

    @Test
    void a_page_that_is_open_is_told_what_a_device_says() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient();
                BrokerClient till = gateway.connected("till-1")) {
            BlockingQueue<String> lines = new LinkedBlockingQueue<>();
            CompletableFuture<HttpResponse<Void>> stream =
                    client.sendAsync(
                            gateway.request("/fleet/events").build(),
                            BodyHandlers.fromLineSubscriber(new Lines(lines)));
            await().atMost(SOON).until(() -> lines.contains("event: fleetrows"));

            till.telemetry(SaidAtHand.of(8, 37, Duration.ZERO));

            await().atMost(SOON)
                    .until(() -> lines.stream().anyMatch(line -> line.contains("37 %")));
            stream.cancel(true);
            client.shutdownNow();
        }
    }

    /** Of a stream that does not end. */
    private record Lines(Queue<String> heard) implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            heard.add(line);
        }

        @Override
        public void onError(Throwable gone) {
            heard.add("over: " + gone);
        }

        @Override
        public void onComplete() {
            heard.add("over");
        }
    }

    @Test
    void the_gateway_tells_of_itself_likewise() {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(gateway.get("/api/v1/fleet/gateway"))
                                .contains("\"heapMaxBytes\":", "\"profile\":\"gateway"));
    }

    @Test
    void what_a_says_on_b_s_topic_is_not_heard_as_b_s() throws Exception {
        try (BrokerClient a = gateway.connected("till-2")) {
            a.mention(
                    gateway.store().node("till-3").name(),
                    SaidAtHand.of(1, 5, Duration.ZERO).toBytes());
            a.telemetry(SaidAtHand.well(1));

            assertThat(gateway.get("/api/v1/fleet")).doesNotContain("\"batteryPercent\":5,");
            assertThat(a.connected()).isTrue();
        }
    }

    @Test
    void nonsense_and_too_much_of_it_harm_neither_the_connection_nor_the_journal()
            throws Exception {
        LaboratoryTill journal = gateway.till("till-3").opens(LocalDate.of(2026, 11, 20));
        byte[] nonsense = new byte[Telemetry.BYTES_MAX + 1];
        new Random(1).nextBytes(nonsense);
        try (BrokerClient till = gateway.connected("till-3")) {
            for (int i = 0; i < 200; i++)
                till.mention(gateway.store().node("till-3").name(), nonsense);

            assertThat(till.hello(journal.hello())).isInstanceOf(Answer.Marked.class);
            assertThat(till.batch(journal.batch(1))).isInstanceOf(Answer.Marked.class);
            assertThat(till.connected()).isTrue();
        }
    }

    @Test
    void a_damaged_database_is_begun_anew_and_stops_nothing() throws Exception {
        await().atMost(SOON)
                .until(() ->
                        gateway.get("/api/v1/alerts").contains("telemetry database was damaged"));
        assertThat(telemetry().resolve("telemetry-1.aside")).hasSize(DAMAGED.length);
    }

    private static Path telemetry() {
        return gateway.store().gateway().home().resolve("telemetry");
    }
}
