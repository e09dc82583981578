package io.tidemark.fog.broker;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.telemetry.ClockTold;
import io.tidemark.ledger.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.common.MqttException;

/** A device's side of the protocol, for tests of other packages. */
public final class BrokerClient implements AutoCloseable {
    private final PahoDevice device;

    private BrokerClient(PahoDevice device) {
        this.device = device;
    }

    public static BrokerClient connect(int port, SSLContext tls, NodeName name) throws Exception {
        PahoDevice device = PahoDevice.connect(port, tls, name);
        device.subscribeToAnswers();
        return new BrokerClient(device);
    }

    public Answer hello(byte[] hello) throws Exception {
        device.publish(Arrival.Kind.HELLO, hello);
        return Answer.parse(device.answer());
    }

    public Answer batch(byte[] batch) throws Exception {
        device.publish(Arrival.Kind.BATCH, batch);
        return Answer.parse(device.answer());
    }

    /** Sends all of them without waiting for an answer in between, then takes the answers. */
    public List<Answer> batchesTogether(byte[]... batches) throws Exception {
        device.publishTogether(Arrival.Kind.BATCH, batches);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < batches.length; i++) answers.add(Answer.parse(device.answer()));
        return answers;
    }

    /** Publishes a batch where another device would; gives the PUBACK's reason code. */
    public int publishAs(NodeName other, byte[] batch) throws Exception {
        return device.publish(new Topics(other).of(Arrival.Kind.BATCH), batch);
    }

    /** Says how the device is, and hears what time it is at the gateway. */
    public ClockTold telemetry(Telemetry telemetry) throws Exception {
        device.subscribe(new Topics(device.name()).of(Dealt.Topic.CLOCK));
        mention(device.name(), telemetry.toBytes());
        return ClockTold.parse(device.answer());
    }

    /** Says something where a device, this one or another, would say how it is. */
    public void mention(NodeName whose, byte[] payload) throws Exception {
        device.mention(new Topics(whose).of(Arrival.Kind.TELEMETRY), payload);
    }

    public boolean connected() {
        return device.connected();
    }

    @Override
    public void close() throws MqttException {
        device.close();
    }
}
