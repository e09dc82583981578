package io.tidemark.node.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code run/ports.json}: tells others on this machine where the node listens. There while it runs,
 * and never half written.
 */
final class PortsFile implements AutoCloseable {
    private static final String NAME = "ports.json";

    private final Path file;

    private PortsFile(Path file) {
        this.file = file;
    }

    static PortsFile write(Path runDirectory, Ports ports) {
        Path file = runDirectory.resolve(NAME);
        Path draft = runDirectory.resolve(NAME + ".new");
        try {
            Files.writeString(draft, json(ports));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        return new PortsFile(file);
    }

    /** Removes what a process that was killed left behind, so that nobody calls at its ports. */
    static void removeStale(Path runDirectory) {
        new PortsFile(runDirectory.resolve(NAME)).close();
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file, e);
        }
    }

    private static String json(Ports ports) {
        List<String> fields = new ArrayList<>();
        fields.add(Json.field("http", ports.http()));
        ports.mqtt().ifPresent(port -> fields.add(Json.field("mqtt", port)));
        ports.tls().ifPresent(port -> fields.add(Json.field("tls", port)));
        fields.add(Json.field("pid", ProcessHandle.current().pid()));
        return Json.object(fields) + "\n";
    }
}
