package io.tidemark.fog.forward;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.ArchiveReceipt;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.Malformed;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Head office over HTTP/2. Who it is is checked by the TLS context, which knows the one name it may
 * have; nothing but HTTP/2 is spoken, so that a proxy that would speak something else is noticed.
 */
public final class HttpHeadOffice implements HeadOffice, AutoCloseable {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

    /** Beyond the time that the slowest line supported takes for the bytes. */
    private static final Duration FILE_MAX = Duration.ofMinutes(1);

    /** A store's line at its worst: half a megabit a second. */
    private static final long BYTES_PER_SECOND_MIN = 64 << 10;

    private static final int ANSWER_BYTES_MAX = 64 << 10;
    private static final int MASTER_DATA_BYTES_MAX = Limits.MASTER_DATA_BYTES_MAX + 1024;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int TOLD_MAX = 300;
    private static final String CBOR = "application/cbor";

    private final HttpClient client;
    private final URI base;
    private final Attempts journal = new Attempts("journal");
    private final Attempts masterData = new Attempts("master-data");
    private final Attempts archive = new Attempts("archive");

    public HttpHeadOffice(String host, int port, SSLContext tls) {
        base = URI.create("https://" + host + ":" + port);
        client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_2)
                        .sslContext(tls)
                        .connectTimeout(CONNECT_MAX)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    @Override
    public Answer hello(Hello hello) throws HeadOfficeAway {
        return post("/v1/journal/hello", hello.toBytes());
    }

    @Override
    public Answer batch(Batch batch) throws HeadOfficeAway {
        return post("/v1/journal/batch", batch.toBytes());
    }

    @Override
    public Optional<byte[]> masterDataAfter(long version) throws HeadOfficeAway {
        HttpRequest request = request("/v1/master-data?have=" + version).GET().build();
        Reply reply =
                send(masterData, fileMax(MASTER_DATA_BYTES_MAX), request, MASTER_DATA_BYTES_MAX);
        return switch (reply.status()) {
            case 200 -> Optional.of(reply.body());
            case 204 -> Optional.empty();
            default -> throw unexpected(request, reply);
        };
    }

    @Override
    public Filed keep(Sealed sealed) throws IOException {
        String path =
                "/v1/archive/"
                        + sealed.origin().node().device()
                        + "/"
                        + sealed.origin().epoch()
                        + "/"
                        + sealed.segment();
        HttpRequest request =
                request(path)
                        .header("Content-Type", "application/octet-stream")
                        .header(
                                "Digest",
                                "sha-256="
                                        + Base64.getEncoder()
                                                .encodeToString(sealed.digest().toBytes()))
                        .PUT(file(sealed))
                        .build();
        Duration limit = fileMax(Files.size(sealed.file()));
        Reply reply = send(archive, limit, request, ANSWER_BYTES_MAX);
        return switch (reply.status()) {
            case 200 -> new Filed.Kept(read(() -> ArchiveReceipt.parse(reply.body())));
            case CONFLICT, TOO_LARGE -> new Filed.RefusedForGood(told(reply));
            default -> throw unexpected(request, reply);
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static Duration fileMax(long bytes) {
        return FILE_MAX.plusSeconds(bytes / BYTES_PER_SECOND_MIN);
    }

    private Answer post(String path, byte[] body) throws HeadOfficeAway {
        HttpRequest request =
                request(path)
                        .header("Content-Type", CBOR)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        Reply reply = send(journal, ANSWER_MAX, request, ANSWER_BYTES_MAX);
        if (reply.body().length == 0) throw unexpected(request, reply);
        return read(() -> Answer.parse(reply.body()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Accept", CBOR);
    }

    private record Reply(int status, byte[] body) {}

    private Reply send(Attempts attempts, Duration limit, HttpRequest request, int bytesMax)
            throws HeadOfficeAway {
        BodyHandler<byte[]> limited = BodyHandlers.limiting(BodyHandlers.ofByteArray(), bytesMax);
        HttpResponse<byte[]> response =
                attempts.attempt(limit, () -> client.sendAsync(request, limited));
        if (response.version() != HttpClient.Version.HTTP_2)
            throw new HeadOfficeAway(
                    "head office must speak HTTP/2, but " + response.version() + " came back");
        return new Reply(response.statusCode(), response.body());
    }

    private static HttpRequest.BodyPublisher file(Sealed sealed) throws FileNotFoundException {
        return HttpRequest.BodyPublishers.ofFile(sealed.file());
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> T read(Reading<T> reading) throws HeadOfficeAway {
        try {
            return reading.read();
        } catch (Malformed e) {
            throw new HeadOfficeAway("head office's answer is not one: " + e.getMessage(), e);
        }
    }

    private static HeadOfficeAway unexpected(HttpRequest request, Reply reply) {
        return new HeadOfficeAway(
                "head office answered "
                        + reply.status()
                        + " to "
                        + request.method()
                        + " "
                        + request.uri().getPath()
                        + (reply.body().length == 0 ? "" : ": " + told(reply)));
    }

    /** What it said of it, for a person. */
    private static String told(Reply reply) {
        String text = new String(reply.body(), StandardCharsets.UTF_8).strip();
        String printable = text.replaceAll("\\p{Cntrl}", " ");
        return reply.status()
                + " "
                + printable.substring(0, Math.min(printable.length(), TOLD_MAX));
    }
}
