package io.tidemark.edge.sync.mqtt;

import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** How a till connects: nothing is left to Paho's own defaults, persistence or reconnect. */
final class PahoOptions {
    private static final int AT_LEAST_ONCE = 1;
    private static final int CONNECT_SECONDS_MAX = 5;
    private static final int KEEP_ALIVE_SECONDS = 5;

    /** Messages the broker may have under way to us: an answer and parts of the master data. */
    private static final int RECEIVE_MAX = 8;

    /**
     * The largest that a gateway sends is a part of a journal, one batch (kernel limit 5 MiB) and
     * its framing.
     */
    private static final long PACKET_BYTES_MAX = 6L << 20;

    private PahoOptions() {}

    /**
     * @param will published by the gateway when the connection ends without a goodbye
     */
    static MqttConnectionOptions of(SSLContext tls, String willTopic, byte[] will) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(new NoDelaySockets(tls.getSocketFactory()));
        // The TLS context accepts one server: the gateway by its certified name, at any address.
        options.setHttpsHostnameVerificationEnabled(false);
        options.setAutomaticReconnect(false);
        options.setCleanStart(true);
        options.setSessionExpiryInterval(0L);
        options.setConnectionTimeout(CONNECT_SECONDS_MAX);
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setReceiveMaximum(RECEIVE_MAX);
        options.setMaximumPacketSize(PACKET_BYTES_MAX);
        options.setUseSubscriptionIdentifiers(false);
        MqttMessage message = new MqttMessage(will);
        message.setQos(AT_LEAST_ONCE);
        message.setRetained(false);
        options.setWill(willTopic, message);
        return options;
    }
}
