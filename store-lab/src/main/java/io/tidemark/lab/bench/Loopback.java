package io.tidemark.lab.bench;

import io.tidemark.lab.process.NodeFailed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A program that runs here, asked over its own page: it does what it is asked, or the run ends. */
final class Loopback {
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String who;
    private final URI address;

    /**
     * @param who as a failure names it
     * @param port of its own page
     */
    Loopback(String who, int port) {
        this.who = who;
        this.address = URI.create("http://127.0.0.1:" + port);
    }

    String get(String path) {
        return answered(HttpRequest.newBuilder(address.resolve(path)).GET(), OK);
    }

    /** Has something recorded that was not recorded before. */
    String create(String path, String json) {
        return post(path, json, CREATED);
    }

    /** Has something done whose answer says what came of it. */
    String command(String path, String json) {
        return post(path, json, OK);
    }

    private String post(String path, String json, int wanted) {
        return answered(
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)),
                wanted);
    }

    private String answered(HttpRequest.Builder request, int wanted) {
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == wanted) return answer.body();
            throw new NodeFailed(
                    who
                            + " answered "
                            + answer.uri().getPath()
                            + " with "
                            + answer.statusCode()
                            + ": "
                            + answer.body());
        } catch (IOException e) {
            throw new NodeFailed(who + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeFailed("interrupted while waiting for " + who, e);
        }
    }
}
