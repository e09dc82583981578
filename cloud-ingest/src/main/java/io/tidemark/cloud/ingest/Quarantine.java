package io.tidemark.cloud.ingest;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.node.kept.KeptFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Journals of which a second branch has come, and the message that showed it, kept whole. Real
 * sales may stand on either branch, so nothing more is taken of such a journal until a person has
 * decided. The person lets it go on by moving its directory out of the quarantine while head office
 * is stopped.
 */
public final class Quarantine {
    private static final String SUFFIX = ".message";

    private final Path directory;
    private final KeptFiles disk;
    private final Set<String> held;

    public Quarantine(Path directory, KeptFiles disk) {
        this.directory = directory;
        this.disk = disk;
        this.held = ConcurrentHashMap.newKeySet();
        list(directory).forEach(name -> held.add(name.getName(0).toString()));
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
        return held.size();
    }

    boolean holds(JournalId journal) {
        return held.contains(journal.label());
    }

    /**
     * On disk before the sender is told of the fork. A disk that refuses leaves the journal as it
     * was.
     */
    void keep(JournalId journal, long at, byte[] message) {
        Path home = directory.resolve(journal.label());
        try {
            Files.createDirectories(home);
            disk.put(home, at + "-" + Hash.digest(message).short6() + SUFFIX, message);
            disk.forceDirectories(home, directory);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot keep the second branch of " + journal + " in " + home, e);
        }
        held.add(journal.label());
    }

    /** All that waits for a person, in order of journal. */
    public List<Branch> branches() {
        return list(directory).sorted().map(this::branch).toList();
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

    private static Stream<Path> list(Path directory) {
        if (!Files.isDirectory(directory)) return Stream.of();
        try (Stream<Path> files = Files.walk(directory, 2)) {
            return files
                    .filter(file -> file.toString().endsWith(SUFFIX))
                    .map(directory::relativize)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the quarantine in " + directory, e);
        }
    }
}
