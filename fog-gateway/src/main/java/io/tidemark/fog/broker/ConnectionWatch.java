package io.tidemark.fog.broker;

import com.hivemq.extension.sdk.api.events.client.ClientLifecycleEventListener;
import com.hivemq.extension.sdk.api.events.client.parameters.AuthenticationSuccessfulInput;
import com.hivemq.extension.sdk.api.events.client.parameters.ClientInitiatedDisconnectInput;
import com.hivemq.extension.sdk.api.events.client.parameters.ConnectionLostInput;
import com.hivemq.extension.sdk.api.events.client.parameters.ConnectionStartInput;
import com.hivemq.extension.sdk.api.events.client.parameters.DisconnectEventInput;
import com.hivemq.extension.sdk.api.events.client.parameters.ServerInitiatedDisconnectInput;
import com.hivemq.extension.sdk.api.packets.connect.WillPublishPacket;
import com.hivemq.extension.sdk.api.packets.general.DisconnectedReasonCode;
import io.tidemark.ledger.NodeName;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Watches one connection, and takes its will where the broker would publish it: HiveMQ shows wills
 * to subscribers only, never to interceptors, and the gateway subscribes to nothing.
 */
final class ConnectionWatch implements ClientLifecycleEventListener {
    private final Doorkeeper doorkeeper;
    private final Arrivals arrivals;
    private byte @Nullable [] will;
    private @Nullable NodeName device;

    ConnectionWatch(Doorkeeper doorkeeper, Arrivals arrivals) {
        this.doorkeeper = doorkeeper;
        this.arrivals = arrivals;
    }

    @Override
    public synchronized void onMqttConnectionStart(ConnectionStartInput input) {
        Optional<WillPublishPacket> stated = input.getConnectPacket().getWillPublish();
        if (stated.isPresent()) will = bytes(stated.get().getPayload());
    }

    @Override
    public synchronized void onAuthenticationSuccessful(AuthenticationSuccessfulInput input) {
        device =
                Certificates.of(input.getConnectionInformation())
                        .flatMap(doorkeeper::admit)
                        .orElse(null);
        if (device != null) arrivals.connected(device);
    }

    @Override
    public void onClientInitiatedDisconnect(ClientInitiatedDisconnectInput input) {
        // MQTT 5 §3.1.2.5: a normal disconnection takes the will away.
        ended(
                input.getReasonCode()
                        .filter(code -> code == DisconnectedReasonCode.DISCONNECT_WITH_WILL_MESSAGE)
                        .isPresent());
    }

    @Override
    public void onServerInitiatedDisconnect(ServerInitiatedDisconnectInput input) {
        ended(true);
    }

    @Override
    public void onConnectionLost(ConnectionLostInput input) {
        ended(true);
    }

    @Override
    public void onDisconnect(DisconnectEventInput input) {
        ended(true);
    }

    private synchronized void ended(boolean willFires) {
        if (device == null) return;
        NodeName gone = device;
        device = null;
        if (willFires && will != null)
            arrivals.arrived(new Arrival(gone, Arrival.Kind.PRESENCE, will));
        arrivals.disconnected(gone);
    }

    private static byte[] bytes(Optional<ByteBuffer> payload) {
        ByteBuffer buffer = payload.orElse(ByteBuffer.allocate(0));
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
