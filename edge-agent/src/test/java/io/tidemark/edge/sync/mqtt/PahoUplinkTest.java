package io.tidemark.edge.sync.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.authority.Authority;
import io.tidemark.authority.ProvisionedStore;
import io.tidemark.authority.StoreSpec;
import io.tidemark.edge.sync.Channel;
import io.tidemark.edge.sync.Inbox;
import io.tidemark.edge.sync.UplinkEvent;
import io.tidemark.identity.NodeIdentity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Paho as it behaves (design §6), over real TLS with provisioned certificates. */
class PahoUplinkTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final byte[] GONE = "gone".getBytes(StandardCharsets.UTF_8);
    private static final String ANSWER = "tidemark/v1/s001/till-1/answer";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path directory;

    @SuppressWarnings("NullAway.Init") // set before all
    private static NodeIdentity till;

    @SuppressWarnings("NullAway.Init") // set before all
    private static NodeIdentity otherTill;

    @SuppressWarnings("NullAway.Init") // set before all
    private static NodeIdentity gateway;

    private final Inbox inbox = new Inbox();

    @SuppressWarnings("NullAway.Init") // set before each
    private ScriptedBroker broker;

    @SuppressWarnings("NullAway.Init") // set before each
    private PahoUplink uplink;

    @BeforeAll
    static void provision() throws Exception {
        Authority authority = Authority.laboratory(directory).authority();
        ProvisionedStore store =
                authority.provisionStore(
                        StoreSpec.forLaboratory("s001", 2), directory.resolve("nodes"));
        till = store.tills().get(0).openIdentity();
        otherTill = store.tills().get(1).openIdentity();
        gateway = store.gateway().openIdentity();
    }

    @BeforeEach
    void start() {
        broker = new ScriptedBroker(gateway.tls().serverContext());
        uplink = uplinkTo(broker);
    }

    private PahoUplink uplinkTo(ScriptedBroker to) {
        return new PahoUplink(
                till.name(), to.address(), () -> till.tls().clientContext(gateway.name()), inbox);
    }

    @AfterEach
    void stop() {
        uplink.close();
        broker.close();
    }

    @Test
    void a_connection_is_up_once_both_topics_are_subscribed_and_leaves_a_will() throws Exception {
        uplink.connect(1, GONE);

        assertThat(event()).isEqualTo(new UplinkEvent.Up(1));
        assertThat(packet().text()).contains("till-1", "tidemark/v1/s001/till-1/presence", "gone");
        assertThat(packet().text()).contains(ANSWER, "tidemark/v1/s001/till-1/master/part");
    }

    @Test
    void a_server_that_is_not_our_gateway_is_not_talked_to() {
        try (ScriptedBroker impostor = new ScriptedBroker(otherTill.tls().serverContext());
                PahoUplink deceived = uplinkTo(impostor)) {
            deceived.connect(1, GONE);

            assertThat(event())
                    .isInstanceOfSatisfying(
                            UplinkEvent.Down.class,
                            down -> assertThat(down.why()).contains("cannot connect"));
            assertThat(impostor.received).isEmpty();
        }
    }

    @Test
    void nobody_listening_is_told_as_a_connection_that_came_down() {
        PahoUplink.Address address = broker.address();
        broker.close();
        try (PahoUplink lonely =
                new PahoUplink(
                        till.name(),
                        address,
                        () -> till.tls().clientContext(gateway.name()),
                        inbox)) {
            lonely.connect(4, GONE);

            assertThat(event())
                    .isInstanceOfSatisfying(
                            UplinkEvent.Down.class,
                            down -> assertThat(down.connection()).isEqualTo(4));
        }
    }

    @Test
    void a_broker_that_never_answers_the_connection_holds_nobody_up() throws Exception {
        broker.silent = true;
        uplink.connect(1, GONE);
        assertThat(packet().isConnect()).isTrue();

        broker.silent = false;
        uplink.connect(2, GONE);

        broker.cut();
        assertThat(event().connection()).isEqualTo(2);
    }

    @Test
    void a_publish_that_is_refused_is_told_with_its_reason_and_the_connection_stays()
            throws Exception {
        connected();
        broker.publishReason = 151;
        uplink.say(Channel.BATCH, new byte[300]);
        assertThat(event()).isEqualTo(new UplinkEvent.Refused(1, Channel.BATCH, 151));

        broker.publishReason = 0;
        uplink.say(Channel.BATCH, new byte[300]);

        assertThat(event()).isEqualTo(new UplinkEvent.Taken(1, Channel.BATCH));
    }

    /** Lost, telemetry and questions are not missed; acknowledged, they would stand in the way. */
    @ParameterizedTest
    @EnumSource(names = {"TELEMETRY", "QUESTION"})
    void what_is_only_mentioned_goes_at_most_once_and_what_is_said_at_least_once(Channel channel)
            throws Exception {
        connected();
        broker.acknowledging = false;

        assertThat(uplink.mention(channel, new byte[30])).isTrue();
        uplink.say(Channel.BATCH, new byte[300]);

        assertThat(published(channel).quality()).isZero();
        assertThat(published(Channel.BATCH).quality()).isOne();
    }

    @Test
    void an_answer_on_the_acknowledgement_is_heard_before_it_and_asks_for_no_receipt()
            throws Exception {
        connected();
        broker.answerOnAck = "AQI=";

        uplink.say(Channel.BATCH, new byte[300]);

        UplinkEvent.Heard heard = (UplinkEvent.Heard) event();
        assertThat(heard.channel()).isEqualTo(Channel.ANSWER);
        assertThat(heard.payload()).containsExactly(1, 2);
        assertThat(event()).isEqualTo(new UplinkEvent.Taken(1, Channel.BATCH));
        uplink.done(heard);
        assertThat(broker.acknowledged).isEmpty();
    }

    @Test
    void an_answer_on_the_acknowledgement_that_cannot_be_read_ends_the_connection()
            throws Exception {
        connected();
        broker.answerOnAck = "no base64";

        uplink.say(Channel.BATCH, new byte[300]);

        assertThat(event()).isInstanceOf(UplinkEvent.Down.class);
    }

    @Test
    void a_message_is_acknowledged_to_the_broker_only_when_the_loop_is_done_with_it()
            throws Exception {
        connected();

        broker.publish(ANSWER, 7, new byte[] {1, 2});
        UplinkEvent.Heard heard = (UplinkEvent.Heard) event();
        uplink.say(Channel.HELLO, new byte[1]);
        assertThat(event()).isEqualTo(new UplinkEvent.Taken(1, Channel.HELLO));
        assertThat(broker.acknowledged).isEmpty();
        uplink.done(heard);

        assertThat(heard.payload()).containsExactly(1, 2);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(broker.acknowledged).containsExactly(7));
    }

    @Test
    void a_message_on_a_topic_nobody_asked_for_ends_the_connection() throws Exception {
        connected();

        broker.publish("tidemark/v1/s001/till-2/answer", 1, new byte[1]);

        assertThat(event()).isInstanceOf(UplinkEvent.Down.class);
    }

    @Test
    void a_cut_connection_is_told_once() throws Exception {
        connected();

        broker.cut();

        assertThat(event()).isInstanceOf(UplinkEvent.Down.class);
        assertThat(inbox.await(Duration.ofMillis(200))).isEmpty();
    }

    @Test
    void a_connection_that_came_down_by_itself_is_dropped_without_harm() throws Exception {
        AtomicReference<Throwable> uncaught = new AtomicReference<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.set(thrown));
        try {
            connected();
            broker.cut();
            assertThat(event()).isInstanceOf(UplinkEvent.Down.class);

            uplink.drop();
            uplink.connect(2, GONE);

            assertThat(event()).isEqualTo(new UplinkEvent.Up(2));
            assertThat(uncaught).hasNullValue();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    /** Paho's client is closed by then, and throws a NullPointerException at who asks it. */
    @Test
    void a_message_worked_off_after_its_connection_came_down_does_no_harm() throws Exception {
        connected();
        broker.publish(ANSWER, 7, new byte[1]);
        UplinkEvent.Heard heard = (UplinkEvent.Heard) event();
        broker.cut();
        assertThat(event()).isInstanceOf(UplinkEvent.Down.class);

        await().during(Duration.ofMillis(1_500))
                .untilAsserted(() -> {
                    uplink.done(heard);
                    uplink.say(Channel.BATCH, new byte[1]);
                });

        uplink.connect(2, GONE);
        assertThat(event()).isEqualTo(new UplinkEvent.Up(2));
    }

    @Test
    void what_was_under_way_on_a_dropped_connection_is_never_told() throws Exception {
        connected();
        broker.acknowledging = false;
        uplink.say(Channel.BATCH, new byte[300]);

        uplink.drop();

        assertThat(inbox.await(Duration.ofMillis(200))).isEmpty();
    }

    private void connected() throws InterruptedException {
        uplink.connect(1, GONE);
        assertThat(event()).isEqualTo(new UplinkEvent.Up(1));
    }

    private UplinkEvent event() {
        try {
            Optional<UplinkEvent> event = inbox.await(SOON);
            return event.orElseThrow(() -> new AssertionError("nothing happened within " + SOON));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The next on this channel; what else came before it is passed over. */
    private ScriptedBroker.Packet published(Channel channel) throws InterruptedException {
        while (true) {
            ScriptedBroker.Packet packet = packet();
            if (packet.isPublish() && packet.topic().endsWith("/" + channel.path())) return packet;
        }
    }

    private ScriptedBroker.Packet packet() throws InterruptedException {
        ScriptedBroker.Packet packet = broker.received.poll(SOON.toSeconds(), TimeUnit.SECONDS);
        if (packet == null) throw new AssertionError("nothing was sent within " + SOON);
        return packet;
    }
}
