package io.tidemark.cloud;

import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.NodeName;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** Calls head office over real TLS, as some node, or as nobody. */
final class Caller implements AutoCloseable {
    private static final String CBOR = "application/cbor";

    private final HttpClient client;

    private Caller(SSLContext tls) {
        this.client =
                HttpClient.newBuilder()
                        .sslContext(tls)
                        .version(HttpClient.Version.HTTP_2)
                        .connectTimeout(Duration.ofSeconds(10))
                        .build();
    }

    static Caller as(NodeIdentity node, NodeName headOffice) {
        return new Caller(node.tls().clientContext(headOffice));
    }

    static Caller with(SSLContext tls) {
        return new Caller(tls);
    }

    HttpResponse<byte[]> hello(RunningHeadOffice headOffice, Hello hello) throws Exception {
        return post(headOffice.peers("/v1/journal/hello"), hello.toBytes());
    }

    HttpResponse<byte[]> batch(RunningHeadOffice headOffice, Batch batch) throws Exception {
        return post(headOffice.peers("/v1/journal/batch"), batch.toBytes());
    }

    HttpResponse<byte[]> post(URI uri, byte[] body) throws Exception {
        return send(
                request(uri)
                        .header("Content-Type", CBOR)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build());
    }

    HttpResponse<byte[]> put(RunningHeadOffice headOffice, String path, byte[] body)
            throws Exception {
        return send(
                request(headOffice.peers(path))
                        .header("Content-Type", CBOR)
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build());
    }

    HttpResponse<byte[]> get(RunningHeadOffice headOffice, String path) throws Exception {
        return send(request(headOffice.peers(path)).build());
    }

    /** Wants what a gateway wants. */
    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).header("Accept", CBOR);
    }

    HttpResponse<byte[]> send(HttpRequest request) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    static Answer answer(HttpResponse<byte[]> response) {
        return Answer.parse(response.body());
    }

    @Override
    public void close() {
        client.close();
    }
}
