package io.tidemark.lab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.process.NodeFailed;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * The end of a gateway's day: closed down from columns, computed again from the journals' bytes,
 * and sent.
 */
final class Evening {
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI gateway;

    /**
     * @param port of the gateway's own page
     */
    Evening(int port) {
        this.gateway = URI.create("http://127.0.0.1:" + port);
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
        String path = "/api/v1/days/" + LocalDate.now(ZoneId.systemDefault()) + "/close-down";
        answered(
                HttpRequest.newBuilder(gateway.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(asked)));
        Patience.until("the close-down to be computed again and sent", () -> unsent() == 0);
    }

    /** Entries of the store's journal that head office has not marked yet. */
    private long unsent() {
        URI asked = gateway.resolve("/api/v1/forwarding");
        return answered(HttpRequest.newBuilder(asked).GET()).path("unsent").asLong(-1);
    }

    private JsonNode answered(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == OK || answer.statusCode() == CREATED)
                return NodeApi.JSON.readTree(answer.body());
            throw new NodeFailed(
                    "the gateway answered "
                            + answer.uri().getPath()
                            + " with "
                            + answer.statusCode()
                            + ": "
                            + answer.body());
        } catch (IOException e) {
            throw new NodeFailed("the gateway does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeFailed("interrupted while waiting for the gateway", e);
        }
    }
}
