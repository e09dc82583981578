package io.tidemark.fog.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.inject.Guice;
import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.async.Async;
import com.hivemq.extension.sdk.api.interceptor.publish.PublishInboundInterceptor;
import com.hivemq.extension.sdk.api.interceptor.publish.parameter.PublishInboundInput;
import com.hivemq.extension.sdk.api.interceptor.publish.parameter.PublishInboundOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What HiveMQ CE does by itself (design §6), so that nobody takes the guards of {@link
 * InboundParcels} and {@link BrokerConfiguration} for caution. A test that fails means that HiveMQ
 * has changed: look again whether the guard is still needed. That the guards hold is in {@link
 * BrokerTest} and {@link BrokerDoorTest}.
 */
class HiveMqFaultsTest {
    private static final long WAIT_MILLIS = 15_000;
    private static final long LEAVE_MILLIS = 1_000;
    private static final int SUCCESS = 0x00;
    private static final int NO_MATCHING_SUBSCRIBERS = 0x10;
    private static final int NOT_AUTHORIZED = 0x87;
    private static final long HALF_A_DAY_SECONDS = 43_200;
    private static final Duration IMPATIENT = Duration.ofMillis(300);

    @TempDir static Path directory;

    private static EmbeddedHiveMQ hive;
    private static int port;
    private static final List<String> INTERCEPTED = new CopyOnWriteArrayList<>();
    private static volatile PublishInboundInterceptor interceptor = HiveMqFaultsTest::nothing;

    @BeforeAll
    static void open() throws Exception {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        }
        hive =
                EmbeddedHiveMQ.builder()
                        .withConfigurationFolder(configuration())
                        .withDataFolder(Files.createDirectory(directory.resolve("data")))
                        .withExtensionsFolder(Files.createDirectory(directory.resolve("ext")))
                        .withEmbeddedExtension(
                                EmbeddedExtension.builder()
                                        .withId("watch")
                                        .withName("watch")
                                        .withVersion("1")
                                        .withAuthor("Tidemark")
                                        .withExtensionMain(new Watch())
                                        .build())
                        .withoutLoggingBootstrap()
                        .build();
        hive.start().get(WAIT_MILLIS, TimeUnit.MILLISECONDS);
    }

    @AfterAll
    static void close() throws Exception {
        hive.stop().get(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        hive.close();
    }

    @BeforeEach
    void forget() {
        interceptor = HiveMqFaultsTest::nothing;
        INTERCEPTED.clear();
    }

    @Test
    void without_an_extension_that_authenticates_anyone_gets_in() throws Exception {
        try (Client anyone = Client.connected("anyone")) {
            assertThat(anyone.client.isConnected()).isTrue();
        }
    }

    @Test
    void an_interceptor_sees_what_the_authorizers_then_refuse() throws Exception {
        try (Client till = Client.connected("till-1")) {
            int code = till.publish("forbidden");

            assertThat(code).isEqualTo(NOT_AUTHORIZED);
            assertThat(INTERCEPTED).containsExactly("forbidden");
        }
    }

    @Test
    void what_is_prevented_is_acknowledged_and_never_shown_to_the_authorizers() throws Exception {
        interceptor = (_, output) -> output.preventPublishDelivery();
        try (Client till = Client.connected("till-1")) {
            assertThat(till.publish("forbidden")).isEqualTo(SUCCESS);
        }
    }

    @Test
    void an_interceptor_that_takes_too_long_is_a_success_by_default() throws Exception {
        interceptor = (_, output) -> output.async(IMPATIENT);
        try (Client till = Client.connected("till-1")) {
            assertThat(till.publish("batch")).isEqualTo(SUCCESS);
        }
    }

    @Test
    void an_interceptor_that_throws_is_a_success_by_default() throws Exception {
        interceptor =
                (_, _) -> {
                    throw new IllegalStateException("a bug");
                };
        try (Client till = Client.connected("till-1")) {
            assertThat(till.publish("batch")).isIn(SUCCESS, NO_MATCHING_SUBSCRIBERS);
        }
    }

    @Test
    void what_nobody_subscribes_to_is_acknowledged_and_gone() throws Exception {
        try (Client till = Client.connected("till-1")) {
            assertThat(till.publish("unheard")).isLessThan(0x80);
        }
        try (Client late = Client.connected("late")) {
            late.subscribe("unheard");

            await().during(IMPATIENT).until(late.received::isEmpty);
        }
    }

    @Test
    void what_a_full_queue_discards_was_acknowledged() throws Exception {
        try (Client away = Client.connected("gateway")) {
            away.subscribe("batch");
        }
        try (Client till = Client.connected("till-1")) {
            for (int i = 0; i < 10; i++) assertThat(till.publish("batch")).isEqualTo(SUCCESS);
        }

        try (Client back = Client.connected("gateway")) {
            await().atMost(Duration.ofSeconds(10)).until(() -> back.received.size() == 2);
            await().during(IMPATIENT).until(() -> back.received.size() == 2);
        }
    }

    @Test
    void of_one_client_one_message_is_under_way_at_a_time() throws Exception {
        List<Async<PublishInboundOutput>> held = new CopyOnWriteArrayList<>();
        interceptor = (_, output) -> held.add(output.async(Duration.ofSeconds(20)));
        try (Client till = Client.connected("till-1");
                Client other = Client.connected("till-2")) {
            IMqttToken first = till.begin("batch");
            IMqttToken second = till.begin("batch");
            IMqttToken others = other.begin("batch");

            await().until(() -> held.size() == 2);
            await().during(IMPATIENT).until(() -> held.size() == 2);
            while (!first.isComplete() || !second.isComplete() || !others.isComplete())
                held.forEach(HiveMqFaultsTest::resume);

            assertThat(INTERCEPTED).hasSize(3);
        }
    }

    @Test
    void its_defaults_are_for_a_cloud_and_not_for_a_shop() throws Exception {
        try (Client till = Client.connected("till-1")) {
            assertThat(till.told.getMaximumPacketSize()).isNull(); // 256 MB
            assertThat(till.told.isSharedSubscriptionAvailable()).isTrue();
            assertThat(till.told.getTopicAliasMaximum()).isPositive();
        }
    }

    /** With a newer one the embedded broker does not start (design §6). */
    @Test
    void guice_is_the_version_that_hivemq_starts_with() {
        String jar = Guice.class.getProtectionDomain().getCodeSource().getLocation().getPath();

        assertThat(jar).endsWith("guice-5.1.0.jar");
    }

    private static void resume(Async<PublishInboundOutput> waiting) {
        if (waiting.getStatus() == Async.Status.RUNNING) waiting.resume();
    }

    private static void nothing(PublishInboundInput input, PublishInboundOutput output) {}

    private static Path configuration() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("conf"));
        Files.writeString(
                folder.resolve("config.xml"),
                """
                <hivemq>
                  <listeners><tcp-listener>
                    <port>%d</port><bind-address>127.0.0.1</bind-address>
                  </tcp-listener></listeners>
                  <mqtt><queued-messages>
                    <max-queue-size>2</max-queue-size><strategy>discard</strategy>
                  </queued-messages></mqtt>
                  <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
                  <persistence><mode>in-memory</mode></persistence>
                </hivemq>
                """
                        .formatted(port));
        return folder;
    }

    /** Guards nothing; its authorizer refuses one topic. */
    private static final class Watch implements ExtensionMain {
        @Override
        public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
            Services.securityRegistry()
                    .setAuthorizerProvider(_ ->
                            (com.hivemq.extension.sdk.api.auth.PublishAuthorizer)
                                    (asked, said) -> {
                                        if (asked.getPublishPacket().getTopic().equals("forbidden"))
                                            said.failAuthorization();
                                        else said.authorizeSuccessfully();
                                    });
            Services.initializerRegistry()
                    .setClientInitializer((_, client) ->
                            client.addPublishInboundInterceptor((asked, said) -> {
                                INTERCEPTED.add(asked.getPublishPacket().getTopic());
                                interceptor.onInboundPublish(asked, said);
                            }));
        }

        @Override
        public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {}
    }

    /** A client whose session stays when it goes. */
    private static final class Client implements AutoCloseable {
        private final MqttAsyncClient client;
        private final List<String> received = new CopyOnWriteArrayList<>();
        private MqttProperties told = new MqttProperties();

        private Client(String id) throws MqttException {
            client = new MqttAsyncClient("tcp://127.0.0.1:" + port, id, new MemoryPersistence());
        }

        static Client connected(String id) throws MqttException {
            Client one = new Client(id);
            MqttConnectionOptions options = new MqttConnectionOptions();
            options.setAutomaticReconnect(false);
            options.setCleanStart(false);
            options.setSessionExpiryInterval(HALF_A_DAY_SECONDS);
            one.client.setCallback(new Listening(one.received));
            IMqttToken token = one.client.connect(options);
            token.waitForCompletion(WAIT_MILLIS);
            one.told = token.getResponseProperties();
            return one;
        }

        IMqttToken begin(String topic) throws MqttException {
            return client.publish(topic, new byte[1], 1, false);
        }

        int publish(String topic) throws MqttException {
            IMqttToken token = begin(topic);
            try {
                token.waitForCompletion(WAIT_MILLIS);
            } catch (MqttException refused) {
                return refused.getReasonCode();
            }
            return token.getReasonCodes()[0];
        }

        void subscribe(String topic) throws MqttException {
            client.subscribe(topic, 1).waitForCompletion(WAIT_MILLIS);
        }

        @Override
        public void close() throws MqttException {
            // The broker may be closing the connection at the same moment: then no answer comes.
            if (client.isConnected()) client.disconnectForcibly(0, LEAVE_MILLIS, true);
            client.close(true);
        }
    }
}
