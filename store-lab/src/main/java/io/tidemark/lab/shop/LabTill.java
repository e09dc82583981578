package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.proxy.TcpProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A till of the laboratory, or a handheld.
 *
 * @param index its place in its store, from 0
 * @param way its network: what goes to the gateway goes through here
 */
public record LabTill(Told.Origin origin, int index, LabNode node, TcpProxy way) {
    public NodeApi api() {
        return new NodeApi(node);
    }

    public String name() {
        return node.name();
    }

    /** How much of its journal there is on disk, forced or not. */
    public long journalBytes() {
        try (Stream<Path> files = Files.walk(node.home().resolve("journal"))) {
            return files.filter(file -> file.toString().endsWith(".tmj"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at the journal of " + name(), e);
        }
    }

    public Status status() {
        return Status.of(api().get("/api/v1/status"));
    }

    /**
     * What it says of itself.
     *
     * @param head sequence of its last entry
     * @param marked sequence up to which the gateway's mark covers it
     */
    public record Status(
            boolean online, long unsent, long head, long marked, long masterDataVersion) {
        public static Status of(JsonNode json) {
            return new Status(
                    json.path("online").asBoolean(),
                    json.path("unsent").asLong(),
                    sequence(json.path("head")),
                    sequence(json.path("marked")),
                    json.path("masterDataVersion").asLong());
        }

        private static long sequence(JsonNode head) {
            return head.isObject() ? head.path("sequence").asLong() : head.asLong();
        }
    }
}
