package io.tidemark.fog.broker;

import com.hivemq.extension.sdk.api.packets.general.Qos;
import com.hivemq.extension.sdk.api.services.builder.Builders;
import com.hivemq.extension.sdk.api.services.publish.Publish;
import com.hivemq.extension.sdk.api.services.publish.PublishService;
import io.tidemark.ledger.NodeName;
import java.nio.ByteBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes to one device at a time, on its own topics. */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** An answer is of use while its connection lasts; the sender asks again on the next. */
    private static final long EXPIRY_SECONDS = 30;

    private final PublishService publishing;

    Outbox(PublishService publishing) {
        this.publishing = publishing;
    }

    /** Lost if the device is not there: it asks again when it is back. Never a retained message. */
    void tell(NodeName device, Dealt.Reply reply) {
        Publish publish =
                Builders.publish()
                        .topic(new Topics(device).of(reply.topic()))
                        .qos(
                                reply.topic() == Dealt.Topic.CLOCK
                                        ? Qos.AT_MOST_ONCE
                                        : Qos.AT_LEAST_ONCE)
                        .messageExpiryInterval(EXPIRY_SECONDS)
                        .payload(ByteBuffer.wrap(reply.payload()))
                        .build();
        var _ =
                publishing
                        .publishToClient(publish, device.device())
                        .whenComplete((_, failure) -> {
                            if (failure != null)
                                LOG.warn("{} was not told: it asks again", device, failure);
                        });
    }
}
