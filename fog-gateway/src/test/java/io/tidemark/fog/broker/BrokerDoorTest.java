package io.tidemark.fog.broker;

import static io.tidemark.fog.broker.OpenBroker.A;
import static io.tidemark.fog.broker.OpenBroker.B;
import static io.tidemark.fog.broker.OpenBroker.GATEWAY;
import static io.tidemark.fog.broker.OpenBroker.PATIENCE;
import static io.tidemark.fog.broker.OpenBroker.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.fog.broker.Arrival.Kind;
import io.tidemark.ledger.NodeName;
import io.tidemark.node.home.CannotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who gets in, what each may say and hear, and when there is no door at all. */
@ExtendWith(SharedBroker.class)
class BrokerDoorTest {
    private static final int UNSPECIFIED_ERROR = 0x80;
    private static final int NOT_AUTHORIZED = 0x87;

    private final OpenBroker open;

    BrokerDoorTest(OpenBroker open) {
        this.open = open;
    }

    @BeforeEach
    void forget() {
        open.forget();
    }

    @Test
    void a_device_cannot_publish_on_the_topic_of_another() throws Exception {
        try (PahoDevice a = open.connected(A)) {
            int code = a.publish(new Topics(B).of(Kind.BATCH), bytes("really of b"));

            assertThat(code).isEqualTo(NOT_AUTHORIZED);
            assertThat(open.arrived()).isEmpty();
            assertThat(a.connected()).isTrue();
        }
    }

    @Test
    void a_device_can_listen_to_no_topic_but_its_own() throws Exception {
        try (PahoDevice a = open.connected(A)) {
            assertThat(a.subscribe(new Topics(B).of(Dealt.Topic.ANSWER)))
                    .isGreaterThanOrEqualTo(UNSPECIFIED_ERROR);
            assertThat(a.subscribe(new Topics(A).of(Kind.BATCH)))
                    .isGreaterThanOrEqualTo(UNSPECIFIED_ERROR);
        }
    }

    /** A till comes up only when the gateway grants every subscription it asks for. */
    @Test
    void a_device_may_listen_to_every_topic_a_till_asks_for() throws Exception {
        try (PahoDevice a = open.connected(A)) {
            for (String topic : List.of("answer", "master/part", "journal/part", "grant"))
                assertThat(a.subscribe("tidemark/v1/s001/till-1/" + topic)).as(topic).isEqualTo(1);
        }
    }

    @Test
    void nothing_is_reported_to_hivemq_and_no_session_outlives_a_minute() throws Exception {
        BrokerSettings settings = open.settings(0, "nowhere");
        Path store = open.directory().resolve("store");

        String xml =
                BrokerConfiguration.xml(settings, new BrokerKeys.Stores(store, store, "secret"));

        assertThat(xml)
                .contains("<anonymous-usage-statistics><enabled>false</enabled>")
                .contains("<session-expiry><max-interval>60</max-interval>");
    }

    @Test
    void a_client_without_a_certificate_is_refused() throws Exception {
        var nobody = open.authority().nobody();

        assertThatThrownBy(() -> PahoDevice.connect(open.broker().port(), nobody, A))
                .isInstanceOf(MqttException.class);
        assertThat(open.presence()).isEmpty();
    }

    @Test
    void a_client_of_another_authority_is_refused() throws Exception {
        var stranger = new LaboratoryAuthority("s001").clientOf(open.authority(), A.uri());

        assertThatThrownBy(() -> PahoDevice.connect(open.broker().port(), stranger, A))
                .isInstanceOf(MqttException.class);
        assertThat(open.presence()).isEmpty();
    }

    @Test
    void a_client_of_the_authority_that_is_not_in_the_roster_is_refused() throws Exception {
        NodeName unknown = new NodeName("shop.example", "s001", "till-9");
        var tls = open.authority().client(unknown.uri());

        assertThatThrownBy(() -> PahoDevice.connect(open.broker().port(), tls, unknown))
                .isInstanceOf(MqttException.class);
        assertThat(open.presence()).isEmpty();
    }

    @Test
    void a_client_with_the_name_of_something_else_is_refused() throws Exception {
        var otherStore = open.authority().client("tidemark://s002.shop.example/till-1");
        var noNode = open.authority().client("https://s001.shop.example/till-1");

        assertThatThrownBy(() -> PahoDevice.connect(open.broker().port(), otherStore, A))
                .isInstanceOf(MqttException.class);
        assertThatThrownBy(() -> PahoDevice.connect(open.broker().port(), noNode, A))
                .isInstanceOf(MqttException.class);
        assertThat(open.presence()).isEmpty();
    }

    @Test
    void a_device_cannot_take_the_client_id_of_another() throws Exception {
        var tls = open.authority().client(A.uri());

        assertThatThrownBy(() -> PahoDevice.connect(open.broker().port(), tls, A, B.device()))
                .isInstanceOf(MqttException.class);
    }

    @Test
    void a_device_cannot_leave_a_will_in_the_name_of_another() throws Exception {
        var tls = open.authority().client(A.uri());

        assertThatThrownBy(() -> PahoDevice.connect(open.broker().port(), tls, B, A.device()))
                .isInstanceOf(MqttException.class);
    }

    @Test
    void keys_are_on_the_disk_only_while_the_broker_starts() throws Exception {
        try (Stream<Path> files = Files.walk(open.directory())) {
            assertThat(files.map(Path::toString).toList())
                    .noneMatch(name -> name.endsWith(".p12") || name.endsWith("config.xml"));
        }
    }

    @Test
    void a_broker_whose_guard_does_not_start_is_not_opened() throws Exception {
        DoorExtension unguarded =
                new DoorExtension(OpenBroker::admit, open.recording(), PATIENCE) {
                    @Override
                    public void extensionStart(
                            com.hivemq.extension.sdk.api.parameter.ExtensionStartInput input,
                            com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput output) {
                        output.preventExtensionStartup("a bug");
                    }
                };
        BrokerKeys keys = open.authority().server(GATEWAY.uri());

        assertThatThrownBy(() -> Broker.open(open.settings(0, "unguarded"), keys, unguarded))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("security extension");
    }

    @Test
    void a_port_in_use_is_named() throws Exception {
        BrokerKeys keys = open.authority().server(GATEWAY.uri());

        assertThatThrownBy(() ->
                        Broker.open(
                                open.settings(open.broker().port(), "second"),
                                keys,
                                OpenBroker::admit,
                                open.recording()))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("mqttPort");
    }
}
