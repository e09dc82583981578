package io.tidemark.edge.sync.mqtt;

import io.tidemark.edge.sync.Channel;
import io.tidemark.edge.sync.Inbox;
import io.tidemark.edge.sync.UplinkEvent;
import io.tidemark.ledger.NodeName;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/**
 * One connection, from connect to its end. Paho's callbacks turn into events and nothing else: Paho
 * swallows what a callback throws, and a callback that waits stops the client's only callback
 * thread.
 */
final class PahoConnection implements MqttCallback {
    private static final int AT_MOST_ONCE = 0;
    private static final int AT_LEAST_ONCE = 1;

    /**
     * Paho counts what is sent once among what is under way until it is on the wire, and refuses
     * more than the gateway takes: who only mentions something leaves room for the rest.
     */
    private static final int UNDER_WAY_BESIDE_MAX = 1;

    private static final int FIRST_REFUSAL = 0x80;
    private static final long LEAVE_MILLIS_MAX = 1_000;

    /** A gateway one version older knows no more than the first ones, and refuses the rest. */
    private static final String[] SUBSCRIBED = {
        Channel.ANSWER.path(),
        Channel.MASTER_PART.path(),
        Channel.JOURNAL_PART.path(),
        Channel.GRANT.path(),
        Channel.RELEASE.path(),
        Channel.CLOCK.path(),
        Channel.ANSWERED.path()
    };

    private static final int NEEDED = 5;

    private final long number;
    private final String prefix;
    private final String clientId;
    private final Inbox events;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicReference<@Nullable Thread> closing = new AtomicReference<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile @Nullable MqttAsyncClient client;

    PahoConnection(long number, NodeName me, Inbox events) {
        this.number = number;
        this.prefix = "tidemark/v1/" + me.store() + "/" + me.device() + "/";
        this.clientId = me.device();
        this.events = events;
    }

    long number() {
        return number;
    }

    void open(String serverUri, SSLContext tls, byte[] presence) {
        try {
            MqttAsyncClient opened =
                    new MqttAsyncClient(serverUri, clientId, new MemoryPersistence());
            client = opened;
            opened.setCallback(this);
            // Paho acknowledges even what a callback failed on, unless we do it ourselves.
            opened.setManualAcks(true);
            opened.connect(
                    PahoOptions.of(tls, prefix + Channel.PRESENCE.path(), presence),
                    null,
                    then(token -> subscribe(opened), "cannot connect"));
        } catch (MqttException e) {
            end("cannot connect: " + why(e));
        }
    }

    /**
     * Subscribing waits for nothing here, but never inside connectComplete: that blocks Paho's
     * callback thread.
     */
    private void subscribe(MqttAsyncClient opened) {
        String[] topics =
                Arrays.stream(SUBSCRIBED).map(path -> prefix + path).toArray(String[]::new);
        int[] qualities = new int[topics.length];
        Arrays.fill(qualities, AT_LEAST_ONCE);
        try {
            opened.subscribe(topics, qualities, null, then(this::subscribed, "cannot subscribe"));
        } catch (MqttException e) {
            end("cannot subscribe: " + why(e));
        }
    }

    private void subscribed(IMqttToken token) {
        Optional<Integer> refusal = refusal(token, NEEDED);
        if (refusal.isPresent())
            end("the gateway refused the subscription (reason code " + refusal.get() + ")");
        else tell(new UplinkEvent.Up(number));
    }

    void say(Channel channel, byte[] payload) {
        MqttAsyncClient opened = client;
        if (opened == null) return;
        MqttMessage message = new MqttMessage(payload);
        message.setQos(AT_LEAST_ONCE);
        message.setRetained(false);
        try {
            opened.publish(
                    prefix + channel.path(),
                    message,
                    null,
                    then(token -> said(channel, token), "cannot send"));
            underWay.incrementAndGet();
        } catch (MqttException e) {
            end("cannot send: " + why(e));
        } catch (RuntimeException e) {
            requireEnded(e);
        }
    }

    boolean mention(Channel channel, byte[] payload) {
        MqttAsyncClient opened = client;
        if (opened == null || underWay.get() > UNDER_WAY_BESIDE_MAX) return false;
        try {
            opened.publish(prefix + channel.path(), payload, AT_MOST_ONCE, false);
            return true;
        } catch (MqttException e) {
            end("cannot send: " + why(e));
        } catch (RuntimeException e) {
            requireEnded(e);
        }
        return false;
    }

    private void said(Channel channel, IMqttToken token) {
        underWay.decrementAndGet();
        try {
            AnswerOnAck.in(token).ifPresent(this::answered);
        } catch (IllegalArgumentException e) {
            end("the gateway said something that cannot be read: " + e.getMessage());
        }
        tell(
                refusal(token, 1)
                        .<UplinkEvent>map(code -> new UplinkEvent.Refused(number, channel, code))
                        .orElseGet(() -> new UplinkEvent.Taken(number, channel)));
    }

    private void answered(byte[] answer) {
        tell(new UplinkEvent.Heard(number, Channel.ANSWER, answer, UplinkEvent.Heard.NO_RECEIPT));
    }

    void done(UplinkEvent.Heard heard) {
        MqttAsyncClient opened = client;
        if (opened == null || heard.receipt() == UplinkEvent.Heard.NO_RECEIPT) return;
        try {
            opened.messageArrivedComplete(heard.receipt(), AT_LEAST_ONCE);
        } catch (MqttException e) {
            end("cannot acknowledge: " + why(e));
        } catch (RuntimeException e) {
            requireEnded(e);
        }
    }

    /** A client of Paho's that is closed meanwhile trips over what it has thrown away. */
    private void requireEnded(RuntimeException thrown) {
        if (!ended.get()) throw thrown;
    }

    /**
     * Lets go without a word: the gateway publishes our will. In a thread of its own, since Paho
     * may wait for the socket.
     */
    void giveUp() {
        ended.set(true);
        closing(false);
    }

    /**
     * Says goodbye first; the will is then not published, so the caller has said offline before.
     */
    void leave() {
        ended.set(true);
        Thread closer = closing(true);
        try {
            closer.join(LEAVE_MILLIS_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Once: a client of Paho's that is closed twice trips over what it has thrown away. */
    private Thread closing(boolean politely) {
        Thread closer =
                Thread.ofVirtual()
                        .name("uplink-" + number + "-closing")
                        .unstarted(() -> close(politely));
        if (closing.compareAndSet(null, closer)) closer.start();
        return Objects.requireNonNull(closing.get());
    }

    private void close(boolean politely) {
        MqttAsyncClient opened = client;
        if (opened == null) return;
        try {
            opened.disconnectForcibly(0, politely ? LEAVE_MILLIS_MAX : 0, politely);
            opened.close(true);
        } catch (MqttException alreadyClosed) {
            // Given up: whether Paho calls it connected, connecting or closed makes no difference.
            return;
        }
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        Optional<Channel> channel =
                topic.startsWith(prefix)
                        ? Channel.ofPath(topic.substring(prefix.length()))
                        : Optional.empty();
        if (channel.isEmpty())
            end("a message came on the topic " + topic + ", which was never asked for");
        else
            tell(
                    new UplinkEvent.Heard(
                            number, channel.get(), message.getPayload(), message.getId()));
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        MqttException cause = response.getException();
        String reason = response.getReasonString();
        end(
                cause != null
                        ? why(cause)
                        : "the gateway ended the connection"
                                + (reason == null ? "" : ": " + reason)
                                + " (reason code "
                                + response.getReturnCode()
                                + ")");
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        end(why(exception));
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {
        // The connect token tells it too, and is the one that is acted on.
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // Each publish has its own listener.
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        end("the gateway asked for an MQTT authentication that tills do not use");
    }

    private void tell(UplinkEvent event) {
        if (ended.get()) return;
        // Not taken means not acknowledged: the connection ends, and the next Hello tells what is
        // missing.
        if (!events.offer(event)) end("more came than could be worked off");
    }

    private void end(String why) {
        if (ended.compareAndSet(false, true)) {
            boolean told = events.offer(new UplinkEvent.Down(number, why));
            if (!told)
                throw new IllegalStateException(
                        "the inbox always has room for the end of a connection");
            closing(false);
        }
    }

    private MqttActionListener then(Consumer<IMqttToken> done, String failed) {
        return new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                done.accept(token);
            }

            @Override
            public void onFailure(IMqttToken token, @Nullable Throwable cause) {
                end(failed + (cause == null ? "" : ": " + why(cause)));
            }
        };
    }

    private static Optional<Integer> refusal(IMqttToken token, int first) {
        int @Nullable [] codes = token.getReasonCodes();
        if (codes == null) return Optional.empty();
        return Arrays.stream(codes)
                .limit(first)
                .filter(code -> code >= FIRST_REFUSAL)
                .boxed()
                .findFirst();
    }

    /** Paho's own message is often only "MqttException": the cause says what happened. */
    private static String why(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) cause = cause.getCause();
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}
