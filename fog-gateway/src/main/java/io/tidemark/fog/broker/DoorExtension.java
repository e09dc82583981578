package io.tidemark.fog.broker;

import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.client.ClientContext;
import com.hivemq.extension.sdk.api.client.parameter.InitializerInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import com.hivemq.extension.sdk.api.services.admin.AdminService;
import io.tidemark.ledger.NodeName;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Stands at the broker's door. Without it HiveMQ lets anyone in, so the broker does not open unless
 * {@link #guarding} has been completed.
 */
class DoorExtension implements ExtensionMain {
    private final Doorkeeper doorkeeper;
    private final Arrivals arrivals;
    private final Duration patience;
    private final CompletableFuture<Guard> guarding = new CompletableFuture<>();

    DoorExtension(Doorkeeper doorkeeper, Arrivals arrivals, Duration patience) {
        this.doorkeeper = doorkeeper;
        this.arrivals = arrivals;
        this.patience = patience;
    }

    /** What the broker's services are reached by, once every guard is in place. */
    record Guard(AdminService admin, Outbox outbox) {}

    CompletableFuture<Guard> guarding() {
        return guarding;
    }

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        DeviceAuthenticator authenticator = new DeviceAuthenticator(doorkeeper);
        Services.securityRegistry().setAuthenticatorProvider(_ -> authenticator);
        Services.initializerRegistry().setClientInitializer(this::takeWhatItPublishes);
        Services.eventRegistry()
                .setClientLifecycleEventListener(_ -> new ConnectionWatch(doorkeeper, arrivals));
        guarding.complete(
                new Guard(Services.adminService(), new Outbox(Services.publishService())));
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {}

    private void takeWhatItPublishes(InitializerInput input, ClientContext client) {
        // The authenticator has let this very certificate in; one that it would not know publishes
        // nothing.
        Certificates.of(input.getConnectionInformation())
                .flatMap(doorkeeper::admit)
                .ifPresentOrElse(
                        device -> takeFrom(device, client),
                        () -> client.addPublishInboundInterceptor(InboundParcels::refuse));
    }

    private void takeFrom(NodeName device, ClientContext client) {
        Replies replies = new Replies(device, outbox());
        client.addPublishInboundInterceptor(
                new InboundParcels(device, arrivals, replies, patience));
        client.addPubackOutboundInterceptor(replies);
    }

    private Outbox outbox() {
        return guarding.join().outbox();
    }
}
