package io.tidemark.lab.shop;

import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.retail.Dealing.StoreShare;
import java.util.List;

/** A store of the laboratory, and its share of the trading day. */
public record LabStore(String name, LabNode gateway, List<LabTill> tills, StoreShare share) {
    public LabStore {
        tills = List.copyOf(tills);
    }

    public NodeApi gatewayApi() {
        return new NodeApi(gateway);
    }

    /** Starts the gateway and lets the tills' networks lead to it, wherever it listens now. */
    public void startGateway() {
        int port = gateway.start().ports().mqtt();
        tills.forEach(till -> till.way().passTo(port));
    }

    public void killGateway() {
        gateway.kill();
        tills.forEach(till -> till.way().passTo(0));
    }
}
