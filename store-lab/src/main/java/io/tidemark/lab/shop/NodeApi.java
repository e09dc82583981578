package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidemark.lab.process.LabNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A node's loopback API, wherever its present process listens. */
public final class NodeApi {
    public static final ObjectMapper JSON = new ObjectMapper();

    /** Longer than any answer takes, and short enough to ask again. */
    public static final Duration ANSWER_MAX = Duration.ofSeconds(20);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private final LabNode node;

    /**
     * @param repeated whether the node says that it gave this answer before
     */
    public record Answer(int status, boolean repeated, JsonNode body) {
        public boolean isDone() {
            return status == 200 || status == 201;
        }

        /** What a problem (RFC 9457) says, or whatever else was answered. */
        public String problem() {
            return status
                    + " "
                    + (body.hasNonNull("detail") ? body.path("detail").asText() : body.toString());
        }
    }

    public NodeApi(LabNode node) {
        this.node = node;
    }

    public String name() {
        return node.name();
    }

    /**
     * @throws LabFailed if it does not answer, or answers anything but 200
     */
    public JsonNode get(String path) {
        try {
            Answer answer = send(request(path).GET());
            if (answer.status() == 200) return answer.body();
            throw new LabFailed(
                    node.name() + " answered GET " + path + " with " + answer.problem());
        } catch (IOException e) {
            throw new LabFailed(node.name() + " did not answer GET " + path, e);
        }
    }

    /**
     * Whatever it answers.
     *
     * @throws IOException if there was no answer
     */
    public Answer ask(String path) throws IOException {
        return send(request(path).GET());
    }

    /**
     * @throws IOException if there was no answer: whether it was done, nobody knows
     */
    public Answer post(String path, JsonNode body) throws IOException {
        return send(request(path).POST(BodyPublishers.ofString(body.toString())));
    }

    public Answer put(String path, JsonNode body) throws IOException {
        return send(request(path).PUT(BodyPublishers.ofString(body.toString())));
    }

    /** Puts a text that is no JSON. */
    public Answer putText(String path, String text) throws IOException {
        return send(request(path, "text/csv").PUT(BodyPublishers.ofString(text)));
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + node.process().ports().http() + path);
    }

    private HttpRequest.Builder request(String path) {
        return request(path, "application/json");
    }

    private HttpRequest.Builder request(String path, String contentType) {
        return HttpRequest.newBuilder(uri(path))
                .timeout(ANSWER_MAX)
                .header("Content-Type", contentType)
                .header("Accept", "application/json, application/problem+json");
    }

    private static Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            boolean repeated = response.headers().firstValue("Tidemark-Repeated").isPresent();
            String text = response.body().isBlank() ? "{}" : response.body();
            return new Answer(response.statusCode(), repeated, JSON.readTree(text));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabFailed("interrupted while waiting for an answer", e);
        }
    }
}
