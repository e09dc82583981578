package io.tidemark.lab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidemark.lab.process.NodeFailed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** Looks at the gateway from outside: how much can be asked of its tables, how fast its page is. */
final class GatewayWatch {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Often enough to time it, and seldom enough not to slow what is timed. */
    private static final long LOOK_MILLIS = 50;

    private static final int LOOKS_PER_PAGE = 10;
    private static final int ANSWERED = 200;

    private final String address;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private double pageMillisMax;

    /**
     * @param address of its pages
     */
    GatewayWatch(String address) {
        this.address = address;
    }

    /** Lines of today's sales that a query finds. */
    long queryable() {
        long lines = 0;
        String day = LocalDate.now(ZoneId.systemDefault()).toString();
        HttpResponse<byte[]> answer = get("api/v1/days/" + day + "/takings");
        if (answer.statusCode() != ANSWERED) return 0;
        try {
            for (JsonNode hour : JSON.readTree(answer.body())) lines += hour.path("lines").asLong();
            return lines;
        } catch (IOException e) {
            throw new NodeFailed("the gateway's answer is no JSON", e);
        }
    }

    /** Begins to look, until so many lines are there; gives the moment, in milliseconds. */
    Watching until(long lines, Duration most) {
        AtomicReference<Long> found = new AtomicReference<>(-1L);
        Thread looking = Thread.ofVirtual().start(() -> found.set(awaited(lines, most)));
        return () -> {
            looking.join();
            return found.get();
        };
    }

    /** A look that goes on. */
    interface Watching {
        /** When it was found, in milliseconds of the wall clock; -1 if it was not. */
        long await() throws InterruptedException;
    }

    /** The slowest dashboard seen while looking. */
    double pageMillisMax() {
        return pageMillisMax;
    }

    /**
     * Asks again and again, as a page does: nothing in another process tells when rows are there.
     */
    private long awaited(long lines, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        for (int look = 0; System.nanoTime() < end; look++) {
            if (queryable() >= lines) return System.currentTimeMillis();
            if (look % LOOKS_PER_PAGE == 0) page();
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return -1;
            }
        }
        return -1;
    }

    private void page() {
        long start = System.nanoTime();
        get("");
        pageMillisMax = Math.max(pageMillisMax, (System.nanoTime() - start) / 1e6);
    }

    private HttpResponse<byte[]> get(String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address + path)).GET().build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new NodeFailed("the gateway does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeFailed("interrupted", e);
        }
    }
}
