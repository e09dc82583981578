package io.tidemark.node.running;

import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Json;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.NodeRole;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The node that runs in a directory of this machine, as a command speaks to it. */
public final class NodeAtHand implements AutoCloseable {
    /** A close-down may read a whole day from a slow disk, an import half a million rows. */
    private static final Duration ANSWER_MAX = Duration.ofMinutes(10);

    private static final String JSON = "application/json";

    private final NodeRole role;
    private final URI node;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private NodeAtHand(NodeRole role, int port) {
        this.role = role;
        this.node = URI.create("http://127.0.0.1:" + port);
    }

    /**
     * @throws CannotRun if no node runs there
     */
    public static NodeAtHand in(NodeHome home) {
        return in(home.directory(), home.settings().role());
    }

    /**
     * @param role what is looked for there
     * @throws CannotRun if no node runs there
     */
    public static NodeAtHand in(Path directory, NodeRole role) {
        Path ports = directory.resolve("run").resolve("ports.json");
        try {
            JsonAnswer told = JsonAnswer.parse(Files.readString(ports));
            return new NodeAtHand(role, Math.toIntExact(told.number("http")));
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw refused(named(role) + " does not run in " + directory + ": " + startIt(role), e);
        } catch (JsonAnswer.Unreadable | ArithmeticException e) {
            throw refused(
                    ports
                            + " cannot be read ("
                            + e.getMessage()
                            + "): start the node again, which writes it anew",
                    e);
        } catch (IOException e) {
            throw refused(ports + " cannot be read (" + e + ")", e);
        }
    }

    public NodeRole role() {
        return role;
    }

    /**
     * @param path below {@code /api/v1}, from its slash
     */
    public Reply get(String path) {
        return send(request(path).GET());
    }

    /**
     * @param path below {@code /api/v1}, from its slash
     */
    public Reply post(String path, String json) {
        return send("POST", path, JSON, BodyPublishers.ofString(json));
    }

    /**
     * Has it do something, under a new command id.
     *
     * @param path below {@code /api/v1}, from its slash
     * @param fields what it is told beside the id, each as JSON
     */
    public Reply command(String path, List<String> fields) {
        List<String> all = new ArrayList<>();
        all.add(Json.field("commandId", UUID.randomUUID().toString()));
        all.addAll(fields);
        return post(path, Json.object(all));
    }

    /**
     * @param path below {@code /api/v1}, from its slash
     */
    public Reply send(String method, String path, String type, BodyPublisher body) {
        return send(request(path).header("Content-Type", type).method(method, body));
    }

    /** What the node has beside its API: how that is described. */
    Reply description() {
        String file =
                switch (role) {
                    case TILL, HANDHELD -> "till.yml";
                    case GATEWAY -> "gateway.yml";
                    case HEAD_OFFICE -> "head-office.yml";
                };
        return send(at("/openapi/" + file).GET());
    }

    private HttpRequest.Builder request(String path) {
        return at("/api/v1" + path).header("Accept", "*/*");
    }

    private HttpRequest.Builder at(String path) {
        try {
            URI uri = URI.create(URI.create(node + path).toASCIIString());
            return HttpRequest.newBuilder(uri).timeout(ANSWER_MAX);
        } catch (IllegalArgumentException e) {
            throw refused(
                    "'"
                            + path
                            + "' is no path of an API ("
                            + e.getMessage()
                            + "): write a blank as %20, a percent sign as %25",
                    e);
        }
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(named(role), response);
        } catch (ConnectException e) {
            throw refused(
                    named(role)
                            + " does not answer at "
                            + node.getAuthority()
                            + ": "
                            + startIt(role),
                    e);
        } catch (IOException e) {
            throw refused(
                    named(role)
                            + " did not finish its answer ("
                            + e.getMessage()
                            + "): look what became of it before you try again",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused("interrupted: look what became of it before you try again", e);
        }
    }

    private static String named(NodeRole role) {
        return role == NodeRole.HEAD_OFFICE ? "head office" : "the " + role.label();
    }

    private static String startIt(NodeRole role) {
        return "start it with ./tidemark " + role.label() + " DIR, then run this again";
    }

    private static CannotRun refused(String why, Exception cause) {
        return new CannotRun(ExitCode.BAD_USAGE, why, cause);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
