package io.tidemark.fog.broker;

import static io.tidemark.fog.broker.OpenBroker.A;
import static io.tidemark.fog.broker.OpenBroker.B;
import static io.tidemark.fog.broker.OpenBroker.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.fog.broker.Arrival.Kind;
import io.tidemark.ledger.Limits;
import java.util.concurrent.CompletableFuture;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Real clients on real sockets: what HiveMQ does by itself is not to be trusted (design §6). */
@ExtendWith(SharedBroker.class)
class BrokerTest {
    private static final int SUCCESS = 0x00;
    private static final int UNSPECIFIED_ERROR = 0x80;
    private static final int QUOTA_EXCEEDED = 0x97;

    private final OpenBroker open;

    BrokerTest(OpenBroker open) {
        this.open = open;
    }

    @BeforeEach
    void forget() {
        open.forget();
    }

    @Test
    void what_a_device_publishes_arrives_under_the_name_of_its_certificate() throws Exception {
        try (PahoDevice till = open.connected(A)) {
            int code = till.publish(Kind.BATCH, bytes("entries"));

            assertThat(code).isEqualTo(SUCCESS);
            assertThat(open.arrived())
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
        try (PahoDevice a = open.connected(A);
                PahoDevice b = open.connected(B)) {
            assertThat(a.subscribeToAnswers()).isEqualTo(1);
            assertThat(b.subscribeToAnswers()).isEqualTo(1);

            open.broker().tell(B, new Dealt.Reply(Dealt.Topic.ANSWER, bytes("for b")));
            open.broker().tell(A, new Dealt.Reply(Dealt.Topic.ANSWER, bytes("for a")));

            assertThat(a.answer()).isEqualTo(bytes("for a"));
            assertThat(b.answer()).isEqualTo(bytes("for b"));
        }
    }

    @Test
    void an_answer_rides_on_the_acknowledgement_of_what_it_answers() throws Exception {
        open.dealWith(arrival ->
                CompletableFuture.completedFuture(
                        Dealt.taken().replying(Dealt.Topic.ANSWER, arrival.payload())));
        try (PahoDevice a = open.connected(A)) {
            a.publish(Kind.BATCH, bytes("first"));
            a.publish(Kind.BATCH, bytes("second"));

            assertThat(a.answer()).isEqualTo(bytes("first"));
            assertThat(a.answer()).isEqualTo(bytes("second"));
        }
    }

    @Test
    void an_intake_that_takes_too_long_is_never_a_success() throws Exception {
        CompletableFuture<Dealt> late = new CompletableFuture<>();
        open.dealWith(_ -> late);
        try (PahoDevice till = open.connected(A)) {
            int code = till.publish(Kind.BATCH, bytes("entries"));

            late.complete(Dealt.taken());

            assertThat(code).isEqualTo(UNSPECIFIED_ERROR);
            open.dealWith(OpenBroker::taken);
            assertThat(till.publish(Kind.BATCH, bytes("again"))).isEqualTo(SUCCESS);
        }
    }

    @Test
    void an_intake_that_throws_is_never_a_success() throws Exception {
        try (PahoDevice till = open.connected(A)) {
            open.dealWith(_ -> {
                throw new IllegalStateException("a bug");
            });
            assertThat(till.publish(Kind.BATCH, bytes("entries"))).isEqualTo(UNSPECIFIED_ERROR);

            open.dealWith(
                    _ -> CompletableFuture.failedFuture(new IllegalStateException("a later bug")));
            assertThat(till.publish(Kind.BATCH, bytes("entries"))).isEqualTo(UNSPECIFIED_ERROR);

            assertThat(till.connected()).isTrue();
        }
    }

    @Test
    void a_full_gateway_says_so_and_keeps_the_connection() throws Exception {
        open.dealWith(
                _ -> CompletableFuture.completedFuture(Dealt.refused(Dealt.Code.NOT_NOW, "busy")));
        try (PahoDevice till = open.connected(A)) {
            assertThat(till.publish(Kind.BATCH, bytes("entries"))).isEqualTo(QUOTA_EXCEEDED);
            assertThat(till.connected()).isTrue();
        }
    }

    @Test
    void a_packet_of_the_largest_batch_passes() throws Exception {
        try (PahoDevice till = open.connected(A)) {
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
        open.dealWith(_ -> forced);
        try (PahoDevice till = open.connected(A)) {
            CompletableFuture<Integer> code =
                    CompletableFuture.supplyAsync(() -> published(till, "entries"));
            await().until(() -> open.arrived().size() == 1);
            assertThat(code).isNotDone();

            forced.complete(Dealt.taken());

            assertThat(code.get()).isEqualTo(SUCCESS);
        }
    }

    @Test
    void one_device_whose_batch_takes_long_holds_up_no_other() throws Exception {
        CompletableFuture<Dealt> slow = new CompletableFuture<>();
        open.dealWith(arrival -> arrival.from().equals(A) ? slow : OpenBroker.taken(arrival));
        try (PahoDevice a = open.connected(A);
                PahoDevice b = open.connected(B)) {
            CompletableFuture<Integer> ofA =
                    CompletableFuture.supplyAsync(() -> published(a, "large"));
            await().until(() -> open.arrived().size() == 1);

            assertThat(b.publish(Kind.BATCH, bytes("small"))).isEqualTo(SUCCESS);

            slow.complete(Dealt.taken());
            assertThat(ofA.get()).isEqualTo(SUCCESS);
        }
    }

    @Test
    void a_device_is_told_our_limits_and_not_hivemqs() throws Exception {
        try (PahoDevice till = open.connected(A)) {
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
    void a_device_that_vanishes_is_known_to_be_gone_by_its_will() throws Exception {
        PahoDevice till = open.connected(A);
        await().until(() -> open.presence().contains("connected till-1"));

        till.vanish();

        await().until(() -> open.presence().contains("disconnected till-1"));
        assertThat(open.arrived())
                .singleElement()
                .satisfies(will -> assertThat(will.payload()).isEqualTo(bytes("gone")));
        till.close();
    }

    private static int published(PahoDevice till, String entries) {
        try {
            return till.publish(Kind.BATCH, bytes(entries));
        } catch (MqttException e) {
            throw new IllegalStateException(e);
        }
    }
}
