package io.tidemark.fog.broker;

import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission.MqttActivity;
import com.hivemq.extension.sdk.api.packets.auth.DefaultAuthorizationBehaviour;
import com.hivemq.extension.sdk.api.packets.auth.ModifiableDefaultPermissions;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import com.hivemq.extension.sdk.api.packets.connect.ConnectPacket;
import com.hivemq.extension.sdk.api.packets.general.MqttVersion;
import com.hivemq.extension.sdk.api.services.builder.Builders;
import io.tidemark.ledger.NodeName;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets in a device of this store, under its own name and on its own topics. Everything else is
 * refused.
 */
final class DeviceAuthenticator implements SimpleAuthenticator {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceAuthenticator.class);

    private final Doorkeeper doorkeeper;

    DeviceAuthenticator(Doorkeeper doorkeeper) {
        this.doorkeeper = doorkeeper;
    }

    @Override
    public void onConnect(SimpleAuthInput input, SimpleAuthOutput output) {
        Optional<NodeName> device =
                Certificates.of(input.getConnectionInformation()).flatMap(doorkeeper::admit);
        if (device.isEmpty()) {
            refuse(output, "its certificate is not that of a till of this store's roster");
            return;
        }
        Optional<String> objection = objectionTo(input.getConnectPacket(), device.get());
        if (objection.isPresent()) {
            refuse(output, objection.get());
            return;
        }
        permit(output.getDefaultPermissions(), new Topics(device.get()));
        output.authenticateSuccessfully();
    }

    private static Optional<String> objectionTo(ConnectPacket connect, NodeName device) {
        if (connect.getMqttVersion() != MqttVersion.V_5)
            return Optional.of("it does not speak MQTT 5");
        if (!connect.getClientId().equals(device.device()))
            return Optional.of(
                    "its client id is '"
                            + connect.getClientId()
                            + "' but its certificate says '"
                            + device.device()
                            + "'");
        String presence = new Topics(device).of(Arrival.Kind.PRESENCE);
        if (connect.getWillPublish().filter(will -> !will.getTopic().equals(presence)).isPresent())
            return Optional.of("its will is not on its own topic " + presence);
        return Optional.empty();
    }

    private static void permit(ModifiableDefaultPermissions permissions, Topics own) {
        permissions.clear();
        permissions.setDefaultBehaviour(DefaultAuthorizationBehaviour.DENY);
        for (Arrival.Kind kind : Arrival.Kind.values())
            permissions.add(permission(own.of(kind), MqttActivity.PUBLISH));
        for (Dealt.Topic topic : Dealt.Topic.values())
            permissions.add(permission(own.of(topic), MqttActivity.SUBSCRIBE));
    }

    private static TopicPermission permission(String topic, MqttActivity activity) {
        return Builders.topicPermission()
                .topicFilter(topic)
                .activity(activity)
                .retain(TopicPermission.Retain.NOT_RETAINED)
                .sharedSubscription(TopicPermission.SharedSubscription.NOT_SHARED)
                .build();
    }

    private static void refuse(SimpleAuthOutput output, String why) {
        LOG.warn("connection refused: {}", why);
        output.failAuthentication(ConnackReasonCode.NOT_AUTHORIZED, why);
    }
}
