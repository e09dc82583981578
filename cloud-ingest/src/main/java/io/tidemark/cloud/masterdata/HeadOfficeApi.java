package io.tidemark.cloud.masterdata;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.running.NodeAtHand;
import io.tidemark.node.running.Reply;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;

/** Head office on this machine, as commands of its master data speak to it. */
final class HeadOfficeApi implements AutoCloseable {
    private static final String BASE = "/master-data";
    private static final int UNPROCESSABLE = 422;

    private final NodeAtHand node;

    private HeadOfficeApi(NodeAtHand node) {
        this.node = node;
    }

    /**
     * @param home head office's directory, where it says on which port it listens
     */
    static HeadOfficeApi in(Path home) {
        requireHeadOffice(home);
        return new HeadOfficeApi(NodeAtHand.in(home, NodeRole.HEAD_OFFICE));
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

    Reply get(String path) {
        return accepted(node.get(BASE + path));
    }

    /** Also the report that rows are bad. */
    Reply post(String path, String body) {
        return accepted(node.post(BASE + path, body));
    }

    void put(String path, Path file) {
        accepted(node.send("PUT", BASE + path, "text/csv", content(file)));
    }

    <T> T read(Reply reply, Class<T> as) {
        try {
            return ObjectMapper.getDefault().readValue(reply.bytes(), Argument.of(as));
        } catch (IOException e) {
            throw reply.unreadable(e);
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

    private static Reply accepted(Reply reply) {
        if (reply.isOk() || isReport(reply)) return reply;
        throw reply.refusal();
    }

    private static boolean isReport(Reply reply) {
        return reply.status() == UNPROCESSABLE && reply.body().contains("\"badRows\"");
    }

    @Override
    public void close() {
        node.close();
    }
}
