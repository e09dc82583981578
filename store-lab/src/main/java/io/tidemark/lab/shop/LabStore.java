package io.tidemark.lab.shop;

import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.retail.Dealing.StoreShare;
import java.util.List;
import java.util.stream.Stream;

/**
 * A store of the laboratory, and its share of the trading day.
 *
 * @param handhelds started by whoever works with them
 */
public record LabStore(
        String name,
        LabNode gateway,
        List<LabTill> tills,
        List<LabTill> handhelds,
        StoreShare share) {
    public LabStore {
        tills = List.copyOf(tills);
        handhelds = List.copyOf(handhelds);
    }

    /** Everything that keeps a journal which the gateway gathers: tills, then handhelds. */
    public List<LabTill> devices() {
        return Stream.concat(tills.stream(), handhelds.stream()).toList();
    }

    public NodeApi gatewayApi() {
        return new NodeApi(gateway);
    }

    /** Starts the gateway and lets the devices' networks lead to it, wherever it listens now. */
    public void startGateway() {
        int port = gateway.start().ports().mqtt();
        devices().forEach(device -> device.way().passTo(port));
    }

    public void killGateway() {
        gateway.kill();
        devices().forEach(device -> device.way().passTo(0));
    }
}
