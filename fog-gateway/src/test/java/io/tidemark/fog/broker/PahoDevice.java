package io.tidemark.fog.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.ledger.NodeName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** A device on a real wire: Paho over TLS. */
final class PahoDevice implements AutoCloseable {
    private static final long WAIT_MILLIS = 15_000;

    private final MqttAsyncClient client;
    private final CuttableSockets sockets;
    private final NodeName name;
    private final MqttProperties told;
    private final BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();

    private PahoDevice(
            MqttAsyncClient client, CuttableSockets sockets, NodeName name, MqttProperties told) {
        this.told = told;
        this.client = client;
        this.sockets = sockets;
        this.name = name;
    }

    static PahoDevice connect(int port, SSLContext tls, NodeName name) throws MqttException {
        return connect(port, tls, name, name.device());
    }

    static PahoDevice connect(int port, SSLContext tls, NodeName name, String clientId)
            throws MqttException {
        MqttAsyncClient client =
                new MqttAsyncClient("ssl://127.0.0.1:" + port, clientId, new MemoryPersistence());
        MqttConnectionOptions options = new MqttConnectionOptions();
        CuttableSockets sockets = new CuttableSockets(tls.getSocketFactory());
        options.setSocketFactory(sockets);
        options.setHttpsHostnameVerificationEnabled(false);
        options.setAutomaticReconnect(false);
        options.setCleanStart(true);
        options.setConnectionTimeout(10);
        options.setWill(
                new Topics(name).of(Arrival.Kind.PRESENCE),
                new MqttMessage("gone".getBytes(UTF_8)));
        IMqttToken token;
        try {
            token = client.connect(options);
            token.waitForCompletion(WAIT_MILLIS);
        } catch (MqttException refused) {
            client.close(true);
            throw refused;
        }
        PahoDevice device = new PahoDevice(client, sockets, name, token.getResponseProperties());
        client.setCallback(device.new Listener());
        return device;
    }

    /** The PUBACK's reason code. */
    int publish(Arrival.Kind kind, byte[] payload) throws MqttException {
        return publish(new Topics(name).of(kind), payload);
    }

    /** At most once; returns when it is on the wire. */
    void mention(String topic, byte[] payload) throws MqttException {
        client.publish(topic, payload, 0, false).waitForCompletion(WAIT_MILLIS);
    }

    int publish(String topic, byte[] payload) throws MqttException {
        IMqttToken token = client.publish(topic, payload, 1, false);
        try {
            token.waitForCompletion(WAIT_MILLIS);
        } catch (MqttException refused) {
            return refused.getReasonCode();
        }
        hearAnswerOf(token);
        return token.getReasonCodes()[0];
    }

    /** Publishes all of them before any is acknowledged; gives the reason codes of the PUBACKs. */
    List<Integer> publishTogether(Arrival.Kind kind, byte[]... payloads) throws MqttException {
        List<IMqttToken> tokens = new ArrayList<>();
        for (byte[] payload : payloads)
            tokens.add(client.publish(new Topics(name).of(kind), payload, 1, false));
        List<Integer> codes = new ArrayList<>();
        for (IMqttToken token : tokens) {
            token.waitForCompletion(WAIT_MILLIS);
            hearAnswerOf(token);
            codes.add(token.getReasonCodes()[0]);
        }
        return codes;
    }

    private void hearAnswerOf(IMqttToken publish) {
        publish.getResponseProperties().getUserProperties().stream()
                .filter(property -> property.getKey().equals(Replies.ANSWER))
                .forEach(property -> answers.add(Base64.getDecoder().decode(property.getValue())));
    }

    /** The SUBACK's reason code. */
    int subscribe(String topic) throws MqttException {
        MqttSubscription subscription = new MqttSubscription(topic, 1);
        IMqttToken token = client.subscribe(new MqttSubscription[] {subscription});
        token.waitForCompletion(WAIT_MILLIS);
        return token.getReasonCodes()[0];
    }

    int subscribeToAnswers() throws MqttException {
        return subscribe(new Topics(name).of(Dealt.Topic.ANSWER));
    }

    byte[] answer() throws InterruptedException {
        byte[] answer = answers.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        if (answer == null) throw new AssertionError("no answer came");
        return answer;
    }

    NodeName name() {
        return name;
    }

    /** What the broker said at the connect. */
    MqttProperties told() {
        return told;
    }

    boolean connected() {
        return client.isConnected();
    }

    /** Drops the connection without a word, as a pulled cable or a killed process does. */
    void vanish() throws IOException {
        sockets.cut();
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) client.disconnect().waitForCompletion(WAIT_MILLIS);
        client.close(true);
    }

    private final class Listener implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) {
            answers.add(message.getPayload());
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
