package io.tidemark.fog.broker;

import com.hivemq.extension.sdk.api.async.Async;
import com.hivemq.extension.sdk.api.async.TimeoutFallback;
import com.hivemq.extension.sdk.api.interceptor.publish.PublishInboundInterceptor;
import com.hivemq.extension.sdk.api.interceptor.publish.parameter.PublishInboundInput;
import com.hivemq.extension.sdk.api.interceptor.publish.parameter.PublishInboundOutput;
import com.hivemq.extension.sdk.api.packets.publish.AckReasonCode;
import com.hivemq.extension.sdk.api.packets.publish.PublishPacket;
import io.tidemark.ledger.NodeName;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes whatever one connection publishes. HiveMQ asks its authorizers only after this, and not at
 * all about what is taken here, so that this itself holds a device to its own topics. And HiveMQ
 * would acknowledge success after a timeout or an exception, so that both are turned into failure
 * here.
 */
final class InboundParcels implements PublishInboundInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(InboundParcels.class);

    private static final Dealt FAILED =
            Dealt.refused(Dealt.Code.FAILED, "the gateway failed; send again");

    private final NodeName device;
    private final Topics topics;
    private final Arrivals arrivals;
    private final Replies replies;
    private final Duration patience;

    InboundParcels(NodeName device, Arrivals arrivals, Replies replies, Duration patience) {
        this.device = device;
        this.topics = new Topics(device);
        this.arrivals = arrivals;
        this.replies = replies;
        this.patience = patience;
    }

    @Override
    public void onInboundPublish(PublishInboundInput input, PublishInboundOutput output) {
        Optional<Arrival.Kind> kind = topics.kindOf(input.getPublishPacket().getTopic());
        if (kind.isEmpty()) {
            LOG.warn(
                    "{} tried to publish on {}: refused",
                    device,
                    input.getPublishPacket().getTopic());
            refuse(input, output);
            return;
        }
        Async<PublishInboundOutput> waiting =
                output.async(
                        patience,
                        TimeoutFallback.FAILURE,
                        AckReasonCode.UNSPECIFIED_ERROR,
                        "not dealt with in time");
        int packet = input.getPublishPacket().getPacketId();
        try {
            arrivals.arrived(new Arrival(device, kind.get(), payloadOf(input.getPublishPacket())))
                    .whenComplete((said, failure) -> answer(packet, waiting, said, failure));
        } catch (RuntimeException | Error failure) {
            answer(packet, waiting, null, failure);
            if (failure instanceof Error error) throw error;
        }
    }

    static void refuse(PublishInboundInput input, PublishInboundOutput output) {
        output.preventPublishDelivery(AckReasonCode.NOT_AUTHORIZED, "not a topic of this device");
    }

    private void answer(
            int packet,
            Async<PublishInboundOutput> waiting,
            @Nullable Dealt dealt,
            @Nullable Throwable failure) {
        if (failure != null)
            LOG.error("what {} published could not be dealt with", device, failure);
        Dealt last = dealt != null && failure == null ? dealt : FAILED;
        // Too late: HiveMQ has said failure. What was taken all the same is said by its mark, and
        // a resend overlaps.
        if (waiting.getStatus() != Async.Status.RUNNING) {
            last.reply().ifPresent(replies::late);
            return;
        }
        last.reply().ifPresent(reply -> replies.ahead(packet, reply));
        if (last.code() == Dealt.Code.TAKEN) waiting.getOutput().preventPublishDelivery();
        else waiting.getOutput().preventPublishDelivery(reasonCode(last.code()), last.why());
        waiting.resume();
    }

    private static AckReasonCode reasonCode(Dealt.Code code) {
        return switch (code) {
            case TAKEN -> AckReasonCode.SUCCESS;
            case NOT_NOW -> AckReasonCode.QUOTA_EXCEEDED;
            case NOT_YOURS -> AckReasonCode.NOT_AUTHORIZED;
            case UNREADABLE -> AckReasonCode.PAYLOAD_FORMAT_INVALID;
            case FAILED -> AckReasonCode.UNSPECIFIED_ERROR;
        };
    }

    private static byte[] payloadOf(PublishPacket packet) {
        ByteBuffer payload = packet.getPayload().orElse(ByteBuffer.allocate(0));
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        return bytes;
    }
}
