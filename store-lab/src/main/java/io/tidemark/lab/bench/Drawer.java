package io.tidemark.lab.bench;

import io.tidemark.lab.process.NodeFailed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Has a till record one small entry after the other, each of which goes up alone: its drawer is
 * opened, which needs neither goods nor head office.
 */
final class Drawer {
    private static final int RECORDED = 201;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    /**
     * @param port of the till's own page
     */
    Drawer(int port) {
        this.address = URI.create("http://127.0.0.1:" + port + "/api/v1/no-sale");
    }

    /**
     * @param between long enough for an entry to be marked before the next comes
     */
    void open(int times, Duration between) {
        long due = System.nanoTime();
        for (int i = 0; i < times; i++) {
            open();
            due += between.toNanos();
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    private void open() {
        String asked =
                "{\"commandId\":\""
                        + UUID.randomUUID()
                        + "\",\"operator\":\"training\",\"reason\":\"training\"}";
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(asked))
                        .build();
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != RECORDED)
                throw new NodeFailed("the till did not open its drawer: " + answer.body());
        } catch (IOException e) {
            throw new NodeFailed("the till does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeFailed("interrupted while waiting for the till", e);
        }
    }
}
