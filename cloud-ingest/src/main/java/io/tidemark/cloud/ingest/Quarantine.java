package io.tidemark.cloud.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Shows the second branches that were kept of stores' journals. A person lets a journal go on by
 * moving its files out of the quarantine while head office is stopped, or by a grant.
 */
public final class Quarantine {
    private static final Pattern MESSAGE = Pattern.compile("([0-9]+)-[0-9a-f]+\\.(cbor|message)");

    private final Path directory;
    private final StoreJournals journals;

    public Quarantine(Path directory, StoreJournals journals) {
        this.directory = directory;
        this.journals = journals;
    }

    /**
     * A second branch.
     *
     * @param journal the journal's label
     * @param at the sequence at which it parts from what head office has
     */
    public record Branch(String journal, long at, String message, Instant kept) {}

    /** Journals that wait for a person. */
    public int size() {
        return (int) journals.quarantined();
    }

    /** All that waits for a person, in order of journal. */
    public List<Branch> branches() {
        return list().sorted().map(this::branch).toList();
    }

    private Branch branch(Path name) {
        String message = name.getFileName().toString();
        Path file = directory.resolve(name);
        try {
            long at = Long.parseLong(message.substring(0, message.indexOf('-')));
            return new Branch(
                    name.getName(0).toString(),
                    at,
                    message,
                    Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private Stream<Path> list() {
        if (!Files.isDirectory(directory)) return Stream.of();
        try (Stream<Path> files = Files.walk(directory, 2)) {
            return files
                    .filter(file -> MESSAGE.matcher(file.getFileName().toString()).matches())
                    .map(directory::relativize)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the quarantine in " + directory, e);
        }
    }
}
