package io.tidemark.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.shop.LabFailed;
import io.tidemark.lab.shop.NodeApi;
import java.util.ArrayList;
import java.util.List;

/** What gateway and head office know of how a store's gateway and two tills are. */
record FleetSeen(TestShop shop) {
    private static final int DEVICES = 3;

    /** Two clocks of one machine are together, as far as they can be told apart. */
    boolean clocksAreRight() {
        return saidByAll(shop.store().gatewayApi(), "/api/v1/fleet").stream()
                .allMatch(FleetSeen::isClockRight);
    }

    boolean isOnMasterData() {
        NodeApi headOffice = shop.laboratory().headOfficeApi();
        return saidByAll(headOffice, "/api/v1/fleet/" + shop.store().name()).stream()
                .allMatch(said -> said.path("masterDataVersion").asLong() == 1);
    }

    private static List<JsonNode> saidByAll(NodeApi node, String path) {
        JsonNode devices = node.get(path);
        List<JsonNode> said = new ArrayList<>();
        for (JsonNode device : devices) said.add(device.path("said"));
        if (said.size() != DEVICES)
            throw new LabFailed("not the gateway and two tills: " + devices);
        return said;
    }

    private static boolean isClockRight(JsonNode said) {
        return said.path("clockAheadMillis").isNumber()
                && Math.abs(said.path("clockAheadMillis").asLong())
                        <= said.path("clockErrorMillis").asLong();
    }
}
