package io.tidemark.fog.forward;

import io.tidemark.ledger.codec.Malformed;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * The way to head office: HTTP/2 only, so that a proxy that would speak something else is noticed.
 * Who it is is checked by the TLS context, which knows the one name it may have.
 *
 * <p>The JDK's client keeps what it has learnt of a server, right or wrong, for as long as it
 * lives:
 *
 * <ul>
 *   <li>It goes on using a connection however long that has been silent (a line cut without a word,
 *       a half-open connection): requests would time out until TCP gives up, a quarter of an hour
 *       later.
 *   <li>It takes a server that hangs up during the TLS handshake, as one that is just starting may,
 *       for one that speaks HTTP/1.1 only, and never tries HTTP/2 there again.
 * </ul>
 *
 * So after either the client is let go of, and the next request is made by a new one.
 */
public final class HttpLink implements AutoCloseable {
    static final String CBOR = "application/cbor";

    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);

    /** Beyond the time that the slowest line supported takes for the bytes. */
    private static final Duration FILE_MAX = Duration.ofMinutes(1);

    /** A store's line at its worst: half a megabit a second. */
    private static final long BYTES_PER_SECOND_MIN = 64 << 10;

    private static final int TOLD_MAX = 300;

    private final URI base;
    private final SSLContext tls;
    private final AtomicReference<HttpClient> client;

    public HttpLink(String host, int port, SSLContext tls) {
        base = URI.create("https://" + host + ":" + port);
        this.tls = tls;
        client = new AtomicReference<>(newClient(tls));
    }

    private static HttpClient newClient(SSLContext tls) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .sslContext(tls)
                .connectTimeout(CONNECT_MAX)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public void close() {
        client.get().shutdownNow();
    }

    /** What is still under way there may end, within the time it has. */
    private void letGo(HttpClient misled) {
        HttpClient next = newClient(tls);
        if (client.compareAndSet(misled, next)) misled.shutdown();
        else next.shutdownNow();
    }

    record Reply(int status, byte[] body) {
        /** What was said, for a person. */
        String told() {
            String text = new String(body, StandardCharsets.UTF_8).strip();
            String printable = text.replaceAll("\\p{Cntrl}", " ");
            return status + " " + printable.substring(0, Math.min(printable.length(), TOLD_MAX));
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Accept", CBOR);
    }

    /** How long so many bytes may take. */
    static Duration fileMax(long bytes) {
        return FILE_MAX.plusSeconds(bytes / BYTES_PER_SECOND_MIN);
    }

    Reply send(Attempts attempts, Duration limit, HttpRequest request, int bytesMax)
            throws HeadOfficeAway {
        HttpResponse<byte[]> response =
                send(
                        attempts,
                        limit,
                        request,
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), bytesMax));
        return new Reply(response.statusCode(), response.body());
    }

    <T> HttpResponse<T> send(
            Attempts attempts, Duration limit, HttpRequest request, BodyHandler<T> body)
            throws HeadOfficeAway {
        HttpClient using = client.get();
        HttpResponse<T> response;
        try {
            response = attempts.attempt(limit, () -> using.sendAsync(request, body));
        } catch (HeadOfficeAway e) {
            if (e.isSilence()) letGo(using);
            throw e;
        }
        if (response.version() == HttpClient.Version.HTTP_2) return response;
        letGo(using);
        throw new HeadOfficeAway(
                "head office must speak HTTP/2, but " + response.version() + " came back");
    }

    static <T> T read(Supplier<T> reading) throws HeadOfficeAway {
        try {
            return reading.get();
        } catch (Malformed e) {
            throw new HeadOfficeAway("head office's answer is not one: " + e.getMessage(), e);
        }
    }

    static HeadOfficeAway unexpected(HttpRequest request, Reply reply) {
        return HeadOfficeAway.saying(
                "head office answered "
                        + (reply.body().length == 0 ? reply.status() : reply.told())
                        + " to "
                        + request.method()
                        + " "
                        + request.uri().getPath());
    }
}
