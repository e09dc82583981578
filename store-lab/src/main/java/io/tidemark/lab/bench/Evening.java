package io.tidemark.lab.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tidemark.lab.process.NodeFailed;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Patience;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * The end of a gateway's day: closed down from columns, computed again from the journals' bytes,
 * and sent.
 */
final class Evening {
    private final Loopback gateway;

    /**
     * @param port of the gateway's own page
     */
    Evening(int port) {
        this.gateway = new Loopback("the gateway", port);
    }

    /**
     * Closes today, which all of its tills have ended. Head office gets it only when the second
     * computation agreed.
     */
    void closeDown() {
        String asked =
                NodeApi.JSON
                        .createObjectNode()
                        .put("commandId", UUID.randomUUID().toString())
                        .put("operator", "manager")
                        .toString();
        gateway.command(
                "/api/v1/days/" + LocalDate.now(ZoneId.systemDefault()) + "/close-down", asked);
        Patience.until("the close-down to be computed again and sent", () -> unsent() == 0);
    }

    /** Entries of the store's journal that head office has not marked yet. */
    private long unsent() {
        try {
            return NodeApi.JSON
                    .readTree(gateway.get("/api/v1/forwarding"))
                    .path("unsent")
                    .asLong(-1);
        } catch (JsonProcessingException e) {
            throw new NodeFailed("the gateway's answer is no JSON", e);
        }
    }
}
