package io.tidemark.cloud.masterdata;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.NodeRole;
import java.io.FileNotFoundException;
import java.io.IOException;
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

/** Head office on this machine, as a command speaks to it. */
final class HeadOfficeApi implements AutoCloseable {
    /** Half a million rows, on a slow disk. */
    private static final Duration ANSWER_MAX = Duration.ofMinutes(10);

    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = ObjectMapper.getDefault();

    /** Of {@code run/ports.json}. */
    @Serdeable.Deserializable
    record PortsJson(int http) {}

    /** Of a refusal (RFC 9457). */
    @Serdeable.Deserializable
    record ProblemJson(String detail) {}

    private HeadOfficeApi(URI base) {
        this.base = base;
    }

    /**
     * @param home head office's directory, where it says on which port it listens
     */
    static HeadOfficeApi in(Path home) {
        requireHeadOffice(home);
        Path ports = home.resolve("run").resolve("ports.json");
        try {
            int port =
                    ObjectMapper.getDefault()
                            .readValue(Files.readAllBytes(ports), Argument.of(PortsJson.class))
                            .http();
            return new HeadOfficeApi(
                    URI.create("http://127.0.0.1:" + port + "/api/v1/master-data"));
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "head office does not run in "
                            + home
                            + ": start it with ./tidemark head-office DIR, or give its directory",
                    e);
        } catch (IOException e) {
            throw new CannotRun(ExitCode.BAD_USAGE, ports + " cannot be read (" + e + ")", e);
        }
    }

    /** A gateway would answer, too, and know nothing of it. */
    private static void requireHeadOffice(Path directory) {
        if (!Files.isRegularFile(directory.resolve("node.yaml"))) return;
        try (NodeHome home = NodeHome.toRead(directory)) {
            NodeRole role = home.settings().role();
            if (role != NodeRole.HEAD_OFFICE)
                throw new CannotRun(
                        ExitCode.BAD_USAGE,
                        directory
                                + " is the home of a "
                                + role.label()
                                + ": give head office's, which alone publishes master data");
        }
    }

    /** What was answered: also that rows are bad. */
    record Reply(int status, String body) {
        boolean isOk() {
            return status == OK;
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

    void put(String path, Path file) {
        send(request(path).header("Content-Type", "text/csv").PUT(content(file)));
    }

    <T> T read(Reply reply, Class<T> as) {
        try {
            return json.readValue(reply.body(), Argument.of(as));
        } catch (IOException e) {
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "head office answered what this command cannot read: use the one of its version",
                    e);
        }
    }

    private static BodyPublisher content(Path file) {
        try {
            if (Files.isDirectory(file)) throw unusable(file, "is a directory: give the CSV file");
            if (!Files.exists(file)) throw unusable(file, "is not there: correct the name");
            if (!Files.isReadable(file)) throw unusable(file, "may not be read by this user");
            if (Files.size(file) == 0)
                throw unusable(file, "is empty: its first line names its columns, see --help");
            return BodyPublishers.ofFile(file);
        } catch (IOException e) {
            throw new CannotRun(ExitCode.BAD_USAGE, file + " cannot be read (" + e + ")", e);
        }
    }

    private static CannotRun unusable(Path file, String why) {
        return new CannotRun(ExitCode.BAD_USAGE, file + " " + why);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(ANSWER_MAX);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.build(), BodyHandlers.ofString(UTF_8));
            Reply reply = new Reply(response.statusCode(), response.body());
            if (reply.status() / 100 == 2 || isReport(reply)) return reply;
            throw refused(reply);
        } catch (IOException e) {
            throw new CannotRun(
                    ExitCode.BAD_USAGE, "head office does not answer (" + e.getMessage() + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun(ExitCode.BAD_USAGE, "interrupted", e);
        }
    }

    private static boolean isReport(Reply reply) {
        return reply.status() == UNPROCESSABLE && reply.body().contains("\"badRows\"");
    }

    private CannotRun refused(Reply reply) {
        String why = reply.body();
        try {
            why = json.readValue(why, Argument.of(ProblemJson.class)).detail();
        } catch (IOException e) {
            why = reply.status() + " " + why;
        }
        return new CannotRun(ExitCode.BAD_USAGE, why);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
