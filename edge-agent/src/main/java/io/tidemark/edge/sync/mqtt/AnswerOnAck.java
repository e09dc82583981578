package io.tidemark.edge.sync.mqtt;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;

/** The gateway's answer, where it rides on the PUBACK of what it answers (docs/PROTOCOL.md). */
final class AnswerOnAck {
    private static final String PROPERTY = "answer";

    private AnswerOnAck() {}

    /**
     * @throws IllegalArgumentException if it is no base64
     */
    static Optional<byte[]> in(IMqttToken token) {
        MqttProperties properties = token.getResponseProperties();
        if (properties == null) return Optional.empty();
        List<UserProperty> told = properties.getUserProperties();
        return told.stream()
                .filter(property -> property.getKey().equals(PROPERTY))
                .map(property -> Base64.getDecoder().decode(property.getValue()))
                .findFirst();
    }
}
