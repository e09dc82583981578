package io.tidemark.fog.broker;

import com.hivemq.extension.sdk.api.interceptor.puback.PubackOutboundInterceptor;
import com.hivemq.extension.sdk.api.interceptor.puback.parameter.PubackOutboundInput;
import com.hivemq.extension.sdk.api.interceptor.puback.parameter.PubackOutboundOutput;
import io.tidemark.ledger.NodeName;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How what one connection published is replied to. An answer rides on the PUBACK of what it
 * answers, as a user property: a message of its own would go through HiveMQ's queues and four of
 * its threads, and cost the device a PUBACK in return. What is larger, or comes when HiveMQ has
 * acknowledged already, is a message of its own.
 */
final class Replies implements PubackOutboundInterceptor {
    /** The user property's name; its value is the answer's bytes in base64. */
    static final String ANSWER = "answer";

    /** A packet's properties hold strings of at most 65,535 bytes. */
    private static final int RIDING_BYTES_MAX = 32 << 10;

    private final NodeName device;
    private final Outbox outbox;
    private final Map<Integer, byte[]> waiting = new ConcurrentHashMap<>();

    Replies(NodeName device, Outbox outbox) {
        this.device = device;
        this.outbox = outbox;
    }

    /**
     * Before the publish is acknowledged.
     *
     * @param packet its identifier
     */
    void ahead(int packet, Dealt.Reply reply) {
        if (reply.topic() == Dealt.Topic.ANSWER && reply.payload().length <= RIDING_BYTES_MAX)
            waiting.put(packet, reply.payload());
        else late(reply);
    }

    /** When it is too late for that. */
    void late(Dealt.Reply reply) {
        outbox.tell(device, reply);
    }

    @Override
    public void onOutboundPuback(PubackOutboundInput input, PubackOutboundOutput output) {
        byte[] answer = waiting.remove(input.getPubackPacket().getPacketIdentifier());
        if (answer != null)
            output.getPubackPacket()
                    .getUserProperties()
                    .addUserProperty(ANSWER, Base64.getEncoder().encodeToString(answer));
    }
}
