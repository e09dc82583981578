package io.tidemark.edge.sync.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tidemark.authority.Authority;
import io.tidemark.authority.ProvisionedStore;
import io.tidemark.authority.StoreSpec;
import io.tidemark.edge.sync.Channel;
import io.tidemark.edge.sync.Inbox;
import io.tidemark.edge.sync.UplinkEvent;
import io.tidemark.identity.NodeIdentity;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Paho 1.2.5 does by itself (design §6), each beside what the uplink makes of it. A test of
 * bare Paho that fails means that Paho has changed: look again whether the guard is still needed.
 */
class PahoFaultsTest {
    private static final String ANSWER = "tidemark/v1/s001/till-1/answer";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration A_WHILE = Duration.ofMillis(1_500);
    private static final int TOO_MANY_PUBLISHES = 32_202;
    private static final byte[] GONE = "gone".getBytes(StandardCharsets.UTF_8);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path directory;

    @SuppressWarnings("NullAway.Init") // set before all
    private static NodeIdentity till;

    @SuppressWarnings("NullAway.Init") // set before all
    private static NodeIdentity gateway;

    @SuppressWarnings("NullAway.Init") // set before each
    private ScriptedBroker broker;

    @SuppressWarnings("NullAway.Init") // set before each
    private MqttAsyncClient bare;

    @BeforeAll
    static void provision() throws Exception {
        Authority authority = Authority.laboratory(directory).authority();
        ProvisionedStore store =
                authority.provisionStore(
                        StoreSpec.forLaboratory("s001", 1), directory.resolve("nodes"));
        till = store.tills().getFirst().openIdentity();
        gateway = store.gateway().openIdentity();
    }

    @BeforeEach
    void start() throws Exception {
        broker = new ScriptedBroker(gateway.tls().serverContext());
        bare =
                new MqttAsyncClient(
                        "ssl://127.0.0.1:" + broker.address().port(),
                        "till-1",
                        new MemoryPersistence());
    }

    @AfterEach
    void stop() throws Exception {
        try {
            bare.disconnectForcibly(0, 0, false);
        } catch (MqttException neverConnected) {
            assertThat(bare.isConnected()).isFalse();
        }
        bare.close(true);
        broker.close();
    }

    @Test
    void paho_acknowledges_a_message_although_its_callback_threw() throws Exception {
        bare.setCallback(
                new Deaf() {
                    @Override
                    public void messageArrived(String topic, MqttMessage message) {
                        throw new IllegalStateException("a bug");
                    }
                });
        bare.connect(bareOptions()).waitForCompletion();

        broker.publish(ANSWER, 7, new byte[1]);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(broker.acknowledged).containsExactly(7));
    }

    /** Not acknowledged is asked for again: after a connection's end the next Hello says all. */
    @Test
    void what_nobody_could_take_is_not_acknowledged_by_the_uplink() throws Exception {
        Inbox inbox = new Inbox();
        try (PahoUplink uplink = uplink(inbox)) {
            connected(uplink, inbox);

            broker.publish(ANSWER, 7, new byte[1]);
            assertThat(next(inbox)).isInstanceOf(UplinkEvent.Heard.class);

            await().during(Duration.ofMillis(300)).until(broker.acknowledged::isEmpty);
        }
    }

    @Test
    void paho_throws_beyond_the_brokers_receive_maximum() throws Exception {
        broker.receiveMaximum = 1;
        broker.acknowledging = false;
        bare.connect(bareOptions()).waitForCompletion();
        bare.publish("a", new byte[1], 1, false);
        awaitPublished();

        assertThatThrownBy(() -> bare.publish("a", new byte[1], 1, false))
                .isInstanceOfSatisfying(
                        MqttException.class,
                        thrown -> assertThat(thrown.getReasonCode()).isEqualTo(TOO_MANY_PUBLISHES));
    }

    /** The sender has a window of its own; should it ever be too wide, nothing is thought sent. */
    @Test
    void beyond_the_brokers_receive_maximum_the_uplink_ends_the_connection_and_says_so()
            throws Exception {
        broker.receiveMaximum = 1;
        broker.acknowledging = false;
        Inbox inbox = new Inbox();
        try (PahoUplink uplink = uplink(inbox)) {
            connected(uplink, inbox);

            uplink.say(Channel.BATCH, new byte[1]);
            awaitPublished();
            uplink.say(Channel.BATCH, new byte[1]);

            assertThat(next(inbox))
                    .isInstanceOfSatisfying(
                            UplinkEvent.Down.class,
                            down -> assertThat(down.why()).contains("cannot send"));
        }
    }

    /** The uplink's loop therefore has a deadline of its own, and connects anew. */
    @Test
    void paho_waits_for_a_silent_broker_beyond_its_own_connection_timeout() throws Exception {
        broker.silent = true;
        MqttConnectionOptions options = bareOptions();
        options.setConnectionTimeout(1);

        IMqttToken token = bare.connect(options);

        await().during(A_WHILE).atMost(SOON).until(() -> !token.isComplete());
    }

    /** A subscription waited for in connectComplete therefore holds up all that comes. */
    @Test
    void paho_hears_nothing_while_its_connect_callback_waits() throws Exception {
        var waiting = new CountDownLatch(1);
        var heard = new CompletableFuture<String>();
        bare.setCallback(
                new Deaf() {
                    @Override
                    public void connectComplete(boolean reconnect, String uri) {
                        awaitUninterruptibly(waiting);
                    }

                    @Override
                    public void messageArrived(String topic, MqttMessage message) {
                        heard.complete(topic);
                    }
                });
        bare.connect(bareOptions());
        await().until(bare::isConnected);

        broker.publish(ANSWER, 7, new byte[1]);

        await().during(Duration.ofMillis(500)).until(() -> !heard.isDone());
        waiting.countDown();
        assertThat(heard.get(SOON.toSeconds(), TimeUnit.SECONDS)).isEqualTo(ANSWER);
    }

    @Test
    void paho_leaves_nagles_algorithm_on_and_the_uplinks_sockets_turn_it_off() throws Exception {
        SSLSocketFactory plain = till.tls().clientContext(gateway.name()).getSocketFactory();
        MqttConnectionOptions uplink =
                PahoOptions.of(till.tls().clientContext(gateway.name()), "presence", GONE);

        try (Socket theirs = plain.createSocket();
                Socket ours = uplink.getSocketFactory().createSocket()) {
            assertThat(theirs.getTcpNoDelay()).isFalse();
            assertThat(ours.getTcpNoDelay()).isTrue();
        }
    }

    @Test
    void the_uplink_leaves_reconnecting_to_its_loop() throws Exception {
        Inbox inbox = new Inbox();
        try (PahoUplink uplink = uplink(inbox)) {
            connected(uplink, inbox);
            broker.received.clear();

            broker.cut();

            assertThat(next(inbox)).isInstanceOf(UplinkEvent.Down.class);
            await().during(A_WHILE)
                    .until(() ->
                            broker.received.stream().noneMatch(ScriptedBroker.Packet::isConnect));
        }
    }

    private PahoUplink uplink(Inbox inbox) {
        return new PahoUplink(
                till.name(),
                broker.address(),
                () -> till.tls().clientContext(gateway.name()),
                inbox);
    }

    private static void connected(PahoUplink uplink, Inbox inbox) throws InterruptedException {
        uplink.connect(1, GONE);
        assertThat(next(inbox)).isEqualTo(new UplinkEvent.Up(1));
    }

    private static UplinkEvent next(Inbox inbox) throws InterruptedException {
        return inbox.await(SOON)
                .orElseThrow(() -> new AssertionError("nothing happened within " + SOON));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            assertThat(latch.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Paho counts a publish only when it has written it. */
    private void awaitPublished() {
        await().atMost(SOON)
                .until(() -> broker.received.stream().anyMatch(ScriptedBroker.Packet::isPublish));
    }

    /** As Paho comes, but for the certificates. */
    private static MqttConnectionOptions bareOptions() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(till.tls().clientContext(gateway.name()).getSocketFactory());
        options.setHttpsHostnameVerificationEnabled(false);
        return options;
    }

    /** Listens to nothing; each test overrides what it is about. */
    private abstract static class Deaf implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) {
            // not what this test is about
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {}

        @Override
        public void mqttErrorOccurred(MqttException exception) {}

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String uri) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
