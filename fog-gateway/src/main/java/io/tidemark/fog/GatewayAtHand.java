package io.tidemark.fog;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeHome;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/** The gateway that runs in a directory of this machine, as a command speaks to it. */
final class GatewayAtHand implements AutoCloseable {
    /** A close-down may read a whole day from a slow disk. */
    private static final Duration ANSWER_MAX = Duration.ofMinutes(10);

    private static final int OK = 200;

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Of {@code run/ports.json}. */
    @Serdeable.Deserializable
    record PortsJson(int http) {}

    /** What was answered: also why not. */
    record Reply(int status, String body) {
        boolean isOk() {
            return status == OK;
        }
    }

    private GatewayAtHand(int port) {
        base = URI.create("http://127.0.0.1:" + port + "/api/v1");
    }

    /**
     * @throws CannotRun if no gateway runs there
     */
    static GatewayAtHand in(NodeHome home) {
        Path ports = home.directory().resolve("run").resolve("ports.json");
        try {
            return new GatewayAtHand(parsed(Files.readString(ports), PortsJson.class).http());
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw refused(
                    "the gateway does not run in "
                            + home.directory()
                            + ": start it with ./tidemark gateway DIR, then run this again",
                    e);
        } catch (IOException e) {
            throw refused(ports + " cannot be read (" + e + ")", e);
        }
    }

    Reply get(String path) {
        return send(request(path).GET());
    }

    Reply post(String path, String body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    static <T> T read(Reply reply, Class<T> as) {
        try {
            return parsed(reply.body(), as);
        } catch (IOException e) {
            throw refused(
                    "the gateway answered "
                            + reply.status()
                            + " with what this command cannot read: use the one of its version",
                    e);
        }
    }

    private static <T> T parsed(String json, Class<T> as) throws IOException {
        return ObjectMapper.getDefault().readValue(json, Argument.of(as));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(ANSWER_MAX);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.build(), BodyHandlers.ofString(UTF_8));
            return new Reply(response.statusCode(), response.body());
        } catch (ConnectException e) {
            throw refused(
                    "the gateway does not answer at "
                            + base.getAuthority()
                            + ": start it with ./tidemark gateway DIR, then run this again",
                    e);
        } catch (IOException e) {
            throw refused(
                    "the gateway did not finish its answer ("
                            + e.getMessage()
                            + "): look with --check what became of it",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused("interrupted: look with --check what became of it", e);
        }
    }

    private static CannotRun refused(String why, Exception cause) {
        return new CannotRun(ExitCode.BAD_USAGE, why, cause);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
