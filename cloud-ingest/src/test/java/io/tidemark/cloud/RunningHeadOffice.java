package io.tidemark.cloud;

import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.RunningNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A head office that is up, with its directory held. */
record RunningHeadOffice(NodeHome home, RunningNode node) implements AutoCloseable {
    URI peers(String path) {
        return URI.create("https://127.0.0.1:" + node.ports().tls().orElseThrow() + path);
    }

    URI people(String path) {
        return URI.create("http://127.0.0.1:" + node.ports().http() + path);
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(people(path)).build());
    }

    HttpResponse<String> post(String path, String json) throws Exception {
        return send(
                HttpRequest.newBuilder(people(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    HttpResponse<String> send(HttpRequest request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Override
    public void close() {
        node.close();
        home.close();
    }
}
