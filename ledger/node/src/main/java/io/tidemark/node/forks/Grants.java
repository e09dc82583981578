package io.tidemark.node.forks;

import io.tidemark.identity.Roster;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.node.kept.KeptFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Every grant of a new epoch that head office has signed or has been shown, on disk, a directory
 * for each store. A grant is never taken back. Safe for use by several threads.
 */
public final class Grants {
    private static final String SUFFIX = ".grant";

    /** Of one that another one for the same journal has gone before: for people, never read. */
    private static final String UNUSED_SUFFIX = ".grant-unused";

    /** Of several upon one journal, each of which is lawful, the latest epoch's. */
    private static final Comparator<EpochGrant> LATEST =
            Comparator.comparingInt(grant -> grant.successor().epoch());

    private final Path directory;
    private final KeptFiles disk;
    private final Authority authority;
    private final Map<JournalId, EpochGrant> bySuccessor = new ConcurrentHashMap<>();

    /** Whether a grant was signed by someone who may. */
    @FunctionalInterface
    public interface Authority {
        boolean accepts(EpochGrant grant);

        /** Head office, and whoever has the recovery key of the grant's store. */
        static Authority of(Roster roster) {
            return grant -> grant.isBy(roster.grants(grant.continued().node().store()));
        }
    }

    public Grants(Path directory, KeptFiles disk, Authority authority) {
        this.directory = directory;
        this.disk = disk;
        this.authority = authority;
        for (Path store : list(directory)) list(store).forEach(this::read);
    }

    /** Those of one store, oldest epoch first. */
    public List<EpochGrant> of(String store) {
        return bySuccessor.values().stream()
                .filter(grant -> grant.successor().node().store().equals(store))
                .sorted(Comparator.comparing(grant -> grant.successor().label()))
                .toList();
    }

    public Collection<EpochGrant> all() {
        return List.copyOf(bySuccessor.values());
    }

    /** What lets this journal begin. */
    public Optional<EpochGrant> beginning(JournalId successor) {
        return Optional.ofNullable(bySuccessor.get(successor));
    }

    /** What lets the same node go on from this journal, in a later epoch. */
    public Optional<EpochGrant> goingOnFrom(JournalId journal) {
        return bySuccessor.values().stream()
                .filter(grant -> grant.continued().equals(journal) && !grant.replacesDevice())
                .max(LATEST);
    }

    /** What ended this journal for good. */
    public Optional<EpochGrant> ending(JournalId journal) {
        return bySuccessor.values().stream()
                .filter(grant -> grant.continued().equals(journal))
                .max(LATEST);
    }

    /**
     * Keeps a grant; the same one again changes nothing.
     *
     * @throws Malformed if nobody who may has signed it, or another stands for the same epoch
     * @throws IOException if the disk does not take it
     */
    public synchronized void keep(EpochGrant grant) throws IOException {
        EpochGrant before = bySuccessor.get(grant.successor());
        if (before != null && !grant.equals(before))
            throw new Malformed(grant.successor() + " goes on from another history already");
        settle(grant);
    }

    /**
     * Keeps the grant that its journal has begun with, or that its store goes by. Two may have been
     * signed for one journal, in head office and with the recovery key; another one that is here is
     * put aside, and nobody acts on it.
     *
     * @throws Malformed if nobody who may has signed it
     * @throws IOException if the disk does not take it
     */
    public synchronized void settle(EpochGrant grant) throws IOException {
        if (!authority.accepts(grant))
            throw new Malformed(
                    "neither head office nor the store's recovery key has signed the grant of "
                            + grant.successor());
        EpochGrant before = bySuccessor.get(grant.successor());
        if (grant.equals(before)) return;
        Path home = Files.createDirectories(directory.resolve(grant.successor().node().store()));
        String label = grant.successor().label();
        if (before != null) disk.put(home, label + UNUSED_SUFFIX, before.toBytes());
        disk.put(home, label + SUFFIX, grant.toBytes());
        disk.forceDirectories(home, directory);
        bySuccessor.put(grant.successor(), grant);
    }

    /**
     * Takes up files that a person has put into the directory itself, such as one that was signed
     * with the store's recovery key while head office was away.
     *
     * @param taken told of each that was new
     * @throws Malformed naming the first file that is no grant; it is left where it is, and the
     *     others are taken
     * @throws IOException if the disk does not take one
     */
    public synchronized void takeDropped(Consumer<EpochGrant> taken) throws IOException {
        List<Malformed> wrong = new ArrayList<>();
        for (Path file : list(directory)) {
            if (!Files.isRegularFile(file) || !file.toString().endsWith(SUFFIX)) continue;
            try {
                take(file, taken);
            } catch (Malformed e) {
                wrong.add(e);
            }
        }
        if (!wrong.isEmpty()) throw wrong.getFirst();
    }

    private void take(Path file, Consumer<EpochGrant> taken) throws IOException {
        EpochGrant grant = dropped(file);
        boolean isNew = beginning(grant.successor()).isEmpty();
        keep(grant);
        Files.delete(file);
        if (isNew) taken.accept(grant);
    }

    private EpochGrant dropped(Path file) throws IOException {
        try {
            EpochGrant grant = Continuation.parseGrant(Files.readAllBytes(file)).grant();
            if (authority.accepts(grant)) return grant;
            throw new Malformed("neither head office nor the store's recovery key has signed it");
        } catch (Malformed e) {
            throw new Malformed(file + " is no grant: " + e.getMessage(), e);
        }
    }

    private void read(Path file) {
        if (!file.toString().endsWith(SUFFIX)) return;
        try {
            EpochGrant grant = EpochGrant.parse(Files.readAllBytes(file));
            if (!authority.accepts(grant)) throw new Malformed("it is not signed by who may");
            bySuccessor.put(grant.successor(), grant);
        } catch (IOException | Malformed e) {
            throw new IllegalStateException(
                    file + " is no grant: " + e.getMessage() + "; put it back from a copy", e);
        }
    }

    private static List<Path> list(Path directory) {
        if (!Files.isDirectory(directory)) return List.of();
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
    }
}
