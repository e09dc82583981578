package io.tidemark.fog.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tidemark.fog.broker.Arrival.Kind;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.NodeName;
import io.tidemark.node.home.CannotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real clients on real sockets: what HiveMQ does by itself is not to be trusted (design §6). */
class BrokerTest {
    private static final NodeName GATEWAY = new NodeName("shop.example", "s001", "gateway");
    private static final NodeName A = new NodeName("shop.example", "s001", "till-1");
    private static final NodeName B = new NodeName("shop.example", "s001", "till-2");
    private static final int SUCCESS = 0x00;
    private static final int UNSPECIFIED_ERROR = 0x80;
    private static final int NOT_AUTHORIZED = 0x87;
    private static final int QUOTA_EXCEEDED = 0x97;
    private static final Duration PATIENCE = Duration.ofMillis(800);

    @TempDir static Path directory;

    private static LaboratoryAuthority authority;
    private static Broker broker;
    private static final List<Arrival> ARRIVED = new CopyOnWriteArrayList<>();
    private static final List<String> PRESENCE = new CopyOnWriteArrayList<>();
    private static volatile Function<Arrival, CompletionStage<Dealt>> dealing = BrokerTest::taken;

    @BeforeAll
    static void open() throws Exception {
        authority = new LaboratoryAuthority("s001");
        broker =
                Broker.open(
                        settings(0, "run"),
                        authority.server(GATEWAY.uri()),
                        BrokerTest::admit,
                        new Recorded());
    }

    @AfterAll
    static void close() throws Exception {
        broker.close();
    }

    @BeforeEach
    void forget() {
        dealing = BrokerTest::taken;
        ARRIVED.clear();
        PRESENCE.clear();
    }

    @Test
    void what_a_device_publishes_arrives_under_the_name_of_its_certificate() throws Exception {
        try (PahoDevice till = connected(A)) {
            int code = till.publish(Kind.BATCH, bytes("entries"));

            assertThat(code).isEqualTo(SUCCESS);
            assertThat(ARRIVED)
                    .singleElement()
                    .satisfies(arrival -> {
                        assertThat(arrival.from()).isEqualTo(A);
                        assertThat(arrival.kind()).isEqualTo(Kind.BATCH);
                        assertThat(arrival.payload()).isEqualTo(bytes("entries"));
                    });
        }
    }

    @Test
    void an_answer_reaches_only_the_device_it_is_for() throws Exception {
        try (PahoDevice a = connected(A);
                PahoDevice b = connected(B)) {
            assertThat(a.subscribeToAnswers()).isEqualTo(1);
            assertThat(b.subscribeToAnswers()).isEqualTo(1);

            broker.tell(B, new Dealt.Reply(Dealt.Topic.ANSWER, bytes("for b")));
            broker.tell(A, new Dealt.Reply(Dealt.Topic.ANSWER, bytes("for a")));

            assertThat(a.answer()).isEqualTo(bytes("for a"));
            assertThat(b.answer()).isEqualTo(bytes("for b"));
        }
    }

    @Test
    void a_device_cannot_publish_on_the_topic_of_another() throws Exception {
        try (PahoDevice a = connected(A)) {
            int code = a.publish(new Topics(B).of(Kind.BATCH), bytes("really of b"));

            assertThat(code).isEqualTo(NOT_AUTHORIZED);
            assertThat(ARRIVED).isEmpty();
            assertThat(a.connected()).isTrue();
        }
    }

    @Test
    void a_device_can_listen_to_no_topic_but_its_own() throws Exception {
        try (PahoDevice a = connected(A)) {
            assertThat(a.subscribe(new Topics(B).of(Dealt.Topic.ANSWER)))
                    .isGreaterThanOrEqualTo(UNSPECIFIED_ERROR);
            assertThat(a.subscribe(new Topics(A).of(Kind.BATCH)))
                    .isGreaterThanOrEqualTo(UNSPECIFIED_ERROR);
        }
    }

    /** A till comes up only when the gateway grants every subscription it asks for. */
    @Test
    void a_device_may_listen_to_every_topic_a_till_asks_for() throws Exception {
        try (PahoDevice a = connected(A)) {
            for (String topic : List.of("answer", "master/part", "journal/part", "grant"))
                assertThat(a.subscribe("tidemark/v1/s001/till-1/" + topic)).as(topic).isEqualTo(1);
        }
    }

    @Test
    void an_intake_that_takes_too_long_is_never_a_success() throws Exception {
        CompletableFuture<Dealt> late = new CompletableFuture<>();
        dealing = _ -> late;
        try (PahoDevice till = connected(A)) {
            int code = till.publish(Kind.BATCH, bytes("entries"));

            late.complete(Dealt.taken());

            assertThat(code).isEqualTo(UNSPECIFIED_ERROR);
            dealing = BrokerTest::taken;
            assertThat(till.publish(Kind.BATCH, bytes("again"))).isEqualTo(SUCCESS);
        }
    }

    @Test
    void an_intake_that_throws_is_never_a_success() throws Exception {
        try (PahoDevice till = connected(A)) {
            dealing =
                    _ -> {
                        throw new IllegalStateException("a bug");
                    };
            assertThat(till.publish(Kind.BATCH, bytes("entries"))).isEqualTo(UNSPECIFIED_ERROR);

            dealing = _ -> CompletableFuture.failedFuture(new IllegalStateException("a later bug"));
            assertThat(till.publish(Kind.BATCH, bytes("entries"))).isEqualTo(UNSPECIFIED_ERROR);

            assertThat(till.connected()).isTrue();
        }
    }

    @Test
    void a_full_gateway_says_so_and_keeps_the_connection() throws Exception {
        dealing = _ -> CompletableFuture.completedFuture(Dealt.refused(Dealt.Code.NOT_NOW, "busy"));
        try (PahoDevice till = connected(A)) {
            assertThat(till.publish(Kind.BATCH, bytes("entries"))).isEqualTo(QUOTA_EXCEEDED);
            assertThat(till.connected()).isTrue();
        }
    }

    @Test
    void a_packet_of_the_largest_batch_passes() throws Exception {
        try (PahoDevice till = connected(A)) {
            assertThat(till.publish(Kind.BATCH, new byte[Limits.BATCH_BYTES_MAX]))
                    .isEqualTo(SUCCESS);
        }
    }

    /**
     * HiveMQ acknowledges what nobody subscribes to, and what a queue discards: here nothing waits.
     */
    @Test
    void what_is_acknowledged_has_been_dealt_with_before() throws Exception {
        CompletableFuture<Dealt> forced = new CompletableFuture<>();
        dealing = _ -> forced;
        try (PahoDevice till = connected(A)) {
            CompletableFuture<Integer> code =
                    CompletableFuture.supplyAsync(() -> published(till, "entries"));
            await().until(() -> ARRIVED.size() == 1);
            assertThat(code).isNotDone();

            forced.complete(Dealt.taken());

            assertThat(code.get()).isEqualTo(SUCCESS);
        }
    }

    @Test
    void one_device_whose_batch_takes_long_holds_up_no_other() throws Exception {
        CompletableFuture<Dealt> slow = new CompletableFuture<>();
        dealing = arrival -> arrival.from().equals(A) ? slow : taken(arrival);
        try (PahoDevice a = connected(A);
                PahoDevice b = connected(B)) {
            CompletableFuture<Integer> ofA =
                    CompletableFuture.supplyAsync(() -> published(a, "large"));
            await().until(() -> ARRIVED.size() == 1);

            assertThat(b.publish(Kind.BATCH, bytes("small"))).isEqualTo(SUCCESS);

            slow.complete(Dealt.taken());
            assertThat(ofA.get()).isEqualTo(SUCCESS);
        }
    }

    @Test
    void a_device_is_told_our_limits_and_not_hivemqs() throws Exception {
        try (PahoDevice till = connected(A)) {
            MqttProperties told = till.told();

            assertThat(told.getMaximumPacketSize())
                    .isEqualTo((long) BrokerConfiguration.PACKET_BYTES_MAX);
            assertThat(told.getReceiveMaximum()).isEqualTo(BrokerConfiguration.RECEIVE_MAXIMUM);
            assertThat(told.isSharedSubscriptionAvailable()).isFalse();
            assertThat(told.isWildcardSubscriptionsAvailable()).isFalse();
            assertThat(told.isRetainAvailable()).isFalse();
            assertThat(told.getTopicAliasMaximum()).isIn(null, 0);
        }
    }

    @Test
    void nothing_is_reported_to_hivemq_and_no_session_outlives_a_minute() throws Exception {
        BrokerSettings settings = settings(0, "nowhere");
        Path store = directory.resolve("store");

        String xml =
                BrokerConfiguration.xml(settings, new BrokerKeys.Stores(store, store, "secret"));

        assertThat(xml)
                .contains("<anonymous-usage-statistics><enabled>false</enabled>")
                .contains("<session-expiry><max-interval>60</max-interval>");
    }

    @Test
    void a_client_without_a_certificate_is_refused() throws Exception {
        var nobody = authority.nobody();

        assertThatThrownBy(() -> PahoDevice.connect(broker.port(), nobody, A))
                .isInstanceOf(MqttException.class);
        assertThat(PRESENCE).isEmpty();
    }

    @Test
    void a_client_of_another_authority_is_refused() throws Exception {
        var stranger = new LaboratoryAuthority("s001").clientOf(authority, A.uri());

        assertThatThrownBy(() -> PahoDevice.connect(broker.port(), stranger, A))
                .isInstanceOf(MqttException.class);
        assertThat(PRESENCE).isEmpty();
    }

    @Test
    void a_client_of_the_authority_that_is_not_in_the_roster_is_refused() throws Exception {
        NodeName unknown = new NodeName("shop.example", "s001", "till-9");
        var tls = authority.client(unknown.uri());

        assertThatThrownBy(() -> PahoDevice.connect(broker.port(), tls, unknown))
                .isInstanceOf(MqttException.class);
        assertThat(PRESENCE).isEmpty();
    }

    @Test
    void a_client_with_the_name_of_something_else_is_refused() throws Exception {
        var otherStore = authority.client("tidemark://s002.shop.example/till-1");
        var noNode = authority.client("https://s001.shop.example/till-1");

        assertThatThrownBy(() -> PahoDevice.connect(broker.port(), otherStore, A))
                .isInstanceOf(MqttException.class);
        assertThatThrownBy(() -> PahoDevice.connect(broker.port(), noNode, A))
                .isInstanceOf(MqttException.class);
        assertThat(PRESENCE).isEmpty();
    }

    @Test
    void a_device_cannot_take_the_client_id_of_another() throws Exception {
        var tls = authority.client(A.uri());

        assertThatThrownBy(() -> PahoDevice.connect(broker.port(), tls, A, B.device()))
                .isInstanceOf(MqttException.class);
    }

    @Test
    void a_device_cannot_leave_a_will_in_the_name_of_another() throws Exception {
        var tls = authority.client(A.uri());

        assertThatThrownBy(() -> PahoDevice.connect(broker.port(), tls, B, A.device()))
                .isInstanceOf(MqttException.class);
    }

    @Test
    void a_device_that_vanishes_is_known_to_be_gone_by_its_will() throws Exception {
        PahoDevice till = connected(A);
        await().until(() -> PRESENCE.contains("connected till-1"));

        till.vanish();

        await().until(() -> PRESENCE.contains("disconnected till-1"));
        assertThat(ARRIVED)
                .singleElement()
                .satisfies(will -> assertThat(will.payload()).isEqualTo(bytes("gone")));
        till.close();
    }

    @Test
    void keys_are_on_the_disk_only_while_the_broker_starts() throws Exception {
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.map(Path::toString).toList())
                    .noneMatch(name -> name.endsWith(".p12") || name.endsWith("config.xml"));
        }
    }

    @Test
    void a_broker_whose_guard_does_not_start_is_not_opened() throws Exception {
        DoorExtension unguarded =
                new DoorExtension(BrokerTest::admit, new Recorded(), PATIENCE) {
                    @Override
                    public void extensionStart(
                            com.hivemq.extension.sdk.api.parameter.ExtensionStartInput input,
                            com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput output) {
                        output.preventExtensionStartup("a bug");
                    }
                };
        BrokerKeys keys = authority.server(GATEWAY.uri());

        assertThatThrownBy(() -> Broker.open(settings(0, "unguarded"), keys, unguarded))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("security extension");
    }

    @Test
    void a_port_in_use_is_named() throws Exception {
        BrokerKeys keys = authority.server(GATEWAY.uri());

        assertThatThrownBy(() ->
                        Broker.open(
                                settings(broker.port(), "second"),
                                keys,
                                BrokerTest::admit,
                                new Recorded()))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("mqttPort");
    }

    private static BrokerSettings settings(int port, String name) {
        return new BrokerSettings(GATEWAY, "127.0.0.1", port, directory.resolve(name), PATIENCE);
    }

    private static PahoDevice connected(NodeName device) throws Exception {
        return PahoDevice.connect(broker.port(), authority.client(device.uri()), device);
    }

    private static int published(PahoDevice till, String entries) {
        try {
            return till.publish(Kind.BATCH, bytes(entries));
        } catch (MqttException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CompletionStage<Dealt> taken(Arrival arrival) {
        return CompletableFuture.completedFuture(Dealt.taken());
    }

    private static Optional<NodeName> admit(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            String uri = (String) names.iterator().next().get(1);
            return Stream.of(A, B).filter(known -> known.uri().equals(uri)).findFirst();
        } catch (CertificateParsingException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static final class Recorded implements Arrivals {
        @Override
        public CompletionStage<Dealt> arrived(Arrival arrival) {
            ARRIVED.add(arrival);
            return dealing.apply(arrival);
        }

        @Override
        public void connected(NodeName device) {
            PRESENCE.add("connected " + device.device());
        }

        @Override
        public void disconnected(NodeName device) {
            PRESENCE.add("disconnected " + device.device());
        }
    }
}
