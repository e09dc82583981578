package io.tidemark.fog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tidemark.authority.Authority;
import io.tidemark.authority.ProvisionedNode;
import io.tidemark.authority.ProvisionedStore;
import io.tidemark.authority.StoreSpec;
import io.tidemark.fog.broker.BrokerClient;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.WrongPassphrase;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.journal.JournalDamaged;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.NodeStart;
import io.tidemark.node.home.RunningNode;
import io.tidemark.node.home.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole gateway on a provisioned home, with tills on real connections. */
class GatewayTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String CLOCK = "2026-11-20T18:00:00Z×1";
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir private Path directory;

    private ProvisionedStore store;
    private NodeHome home;
    private RunningNode gateway;
    private boolean running;

    @BeforeEach
    void provision() throws Exception {
        store =
                Authority.laboratory(directory)
                        .authority()
                        .provisionStore(storeWithoutHeadOffice(), directory.resolve("out"));
        start();
    }

    @AfterEach
    void stop() {
        if (!running) return;
        running = false;
        gateway.close();
        home.close();
    }

    @Test
    void a_tills_day_goes_from_its_connection_to_the_store_z() throws Exception {
        LaboratoryTill till = till("till-1").opens(DAY).sells("2.50").closesDay();
        try (BrokerClient connection = connected("till-1")) {
            assertThat(connection.hello(till.hello())).isInstanceOf(Answer.Marked.class);
            Answer answer = connection.batch(till.batch(1));

            assertThat(((Answer.Marked) answer).mark().head()).isEqualTo(till.head());
            await().atMost(SOON)
                    .until(() -> get("/api/v1/days/" + DAY + "/receipts").contains("\"number\":1"));
            assertThat(get("/api/v1/tills")).contains("\"online\":true");
        }

        HttpResponse<String> blocked = close("[]");
        assertThat(blocked.statusCode()).isEqualTo(409);
        assertThat(blocked.body()).contains("close-down-blocked", "till-2", "silent since");
        assertThat(close("[\"till-2\"]").statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/days/" + DAY + "/z"))
                .contains("\"status\":\"closed without: till-2, last mark 0\"");
        assertThat(get("/days/" + DAY + "/z"))
                .contains("Status: closed without: till-2, last mark 0");
    }

    @Test
    void a_batch_really_of_b_gets_nowhere_over_a_s_connection() throws Exception {
        LaboratoryTill b = till("till-2").opens(DAY).sells("2.50");
        try (BrokerClient connection = connected("till-1")) {
            Answer onOwnTopic = connection.batch(b.batch(1));
            int onTopicOfB = connection.publishAs(store.node("till-2").name(), b.batch(1));

            assertThat(((Answer.Refused) onOwnTopic).reason())
                    .isEqualTo(Answer.Reason.WRONG_SENDER);
            assertThat(onTopicOfB).isEqualTo(0x87);
        }
        assertThat(get("/api/v1/tills")).doesNotContain("\"marked\":3");
    }

    @Test
    void the_page_follows_by_itself() throws Exception {
        LaboratoryTill till = till("till-1").opens(DAY).sells("2.50");
        HttpRequest events = request("/events").build();
        try (HttpClient client = HttpClient.newHttpClient();
                InputStream pushed =
                        client.send(events, HttpResponse.BodyHandlers.ofInputStream()).body();
                BrokerClient connection = connected("till-1")) {
            connection.hello(till.hello());
            connection.batch(till.batch(1));

            assertThat(readUntil(pushed, "5.00")).contains("event: tills", "event: figures");
        }
    }

    @Test
    void everything_is_there_after_a_restart_with_its_tables_gone() throws Exception {
        LaboratoryTill till = till("till-1").opens(DAY).sells("2.50").closesDay();
        try (BrokerClient connection = connected("till-1")) {
            connection.hello(till.hello());
            connection.batch(till.batch(1));
        }
        close("[\"till-2\"]");
        String z = get("/api/v1/days/" + DAY + "/z");
        stop();
        try (Stream<Path> tables = Files.walk(store.gateway().home().resolve("projection"))) {
            for (Path file : tables.filter(Files::isRegularFile).toList()) Files.delete(file);
        }

        start();

        assertThat(get("/api/v1/days/" + DAY + "/z")).isEqualTo(z);
        await().atMost(SOON)
                .until(() -> get("/api/v1/days/" + DAY + "/receipts").contains("\"number\":1"));
        stop();
        assertThat(verified().isSound()).isTrue();
    }

    @Test
    void one_flipped_byte_in_a_journal_is_found_and_the_gateway_refuses_to_run() throws Exception {
        LaboratoryTill till = till("till-1").opens(DAY).sells("2.50").sells("3.50");
        try (BrokerClient connection = connected("till-1")) {
            connection.hello(till.hello());
            connection.batch(till.batch(1));
        }
        stop();
        Path segment = store.gateway().home().resolve("journal/s001.till-1.1/segment-000001.tmj");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);

        assertThat(verified().isSound()).isFalse();
        assertThatThrownBy(this::start).isInstanceOf(JournalDamaged.class);
    }

    @Test
    void strangers_on_the_page_get_nowhere() throws Exception {
        HttpRequest foreign =
                request("/api/v1/days/" + DAY + "/close-down")
                        .header("Origin", "http://evil.example")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build();

        assertThat(send(foreign).statusCode()).isEqualTo(403);
        assertThat(send(request("/api/v1/days/yesterday/takings").build()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_wrong_passphrase_is_told() {
        stop();
        NodeHome again = NodeHome.open(store.gateway().home());
        try {
            assertThatThrownBy(() ->
                            new FogGateway()
                                    .start(started(again, "not the passphrase".toCharArray())))
                    .isInstanceOf(WrongPassphrase.class);
        } finally {
            again.close();
        }
    }

    /** Head office is at an address where nobody listens: it is away for all of these tests. */
    private static StoreSpec storeWithoutHeadOffice() throws IOException {
        int nobodysPort;
        try (ServerSocket free = new ServerSocket(0)) {
            nobodysPort = free.getLocalPort();
        }
        StoreSpec spec = StoreSpec.forLaboratory("s001", 2);
        return new StoreSpec(
                spec.store(),
                spec.name(),
                spec.zone(),
                spec.cutOverHour(),
                spec.currency(),
                spec.gateway(),
                spec.tills(),
                new StoreSpec.HeadOffice("127.0.0.1", nobodysPort));
    }

    private void start() throws IOException {
        home = NodeHome.open(store.gateway().home());
        try {
            gateway = new FogGateway().start(started(home, passphrase(store.gateway())));
            running = true;
        } catch (IOException | RuntimeException e) {
            home.close();
            throw e;
        }
    }

    private Verification verified() throws IOException {
        try (NodeHome checked = NodeHome.open(store.gateway().home())) {
            return new FogGateway().verify(started(checked, passphrase(store.gateway())));
        }
    }

    private static NodeStart started(NodeHome home, char[] passphrase) {
        return new NodeStart(
                home,
                passphrase,
                new NodeStart.Asked(Optional.of(CLOCK), OptionalInt.of(0)),
                why -> {
                    throw new IllegalStateException("the gateway halted", why);
                });
    }

    private static char[] passphrase(ProvisionedNode node) throws IOException {
        return Files.readString(node.passphraseFile()).strip().toCharArray();
    }

    private LaboratoryTill till(String device) {
        NodeIdentity identity = store.node(device).openIdentity();
        return new LaboratoryTill(identity.journal(), identity.signer());
    }

    private BrokerClient connected(String device) throws Exception {
        NodeIdentity identity = store.node(device).openIdentity();
        return BrokerClient.connect(
                gateway.ports().mqtt().orElseThrow(),
                identity.tls().clientContext(store.gateway().name()),
                identity.name());
    }

    private HttpResponse<String> close(String without) throws Exception {
        return send(
                request("/api/v1/days/" + DAY + "/close-down")
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"commandId\":\""
                                                + UUID.randomUUID()
                                                + "\",\"operator\":\"Mia\",\"without\":"
                                                + without
                                                + "}"))
                        .build());
    }

    private String get(String path) throws Exception {
        return send(request(path).build()).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + gateway.ports().http() + path));
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String readUntil(InputStream events, String wanted) throws IOException {
        StringBuilder read = new StringBuilder();
        byte[] buffer = new byte[8_192];
        while (read.indexOf(wanted) < 0) {
            int count = events.read(buffer);
            if (count < 0) throw new AssertionError("the events ended before " + wanted);
            read.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
        }
        return read.toString();
    }
}
