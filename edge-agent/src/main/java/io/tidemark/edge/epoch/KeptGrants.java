package io.tidemark.edge.epoch;

import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.kept.KeptFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The grants about this till that lie in its home: kept there when they came from the gateway, or
 * put there by a person. Safe for use by several threads.
 */
public final class KeptGrants {
    private static final String DIRECTORY = "grants";
    private static final String SUFFIX = ".grant";

    private final Place place;
    private final Map<JournalId, Continuation> bySuccessor = new ConcurrentHashMap<>();

    /**
     * @param home the till's
     * @param self whose grants these are
     * @param authority true for the signature of head office, and of the store's recovery key
     * @param begun whether a journal is here: of two grants upon one journal its grant counts
     */
    public record Place(
            Path home,
            KeptFiles disk,
            NodeName self,
            Verifier authority,
            Predicate<JournalId> begun) {
        Path directory() {
            return home.resolve(DIRECTORY);
        }
    }

    private KeptGrants(Place place) {
        this.place = place;
    }

    /**
     * @throws CannotRun naming a file there that is not to be acted on
     */
    public static KeptGrants in(Place place) {
        KeptGrants grants = new KeptGrants(place);
        Map<Boolean, List<Path>> files =
                files(place.directory()).stream()
                        .collect(
                                Collectors.partitioningBy(file ->
                                        place.begun().test(parsed(file).grant().successor())));
        files.getOrDefault(true, List.of()).forEach(grants::read);
        files.getOrDefault(false, List.of()).forEach(grants::read);
        return grants;
    }

    /**
     * A grant's file that a person gives.
     *
     * @throws CannotRun if it is none that this till may act on
     */
    public Continuation offered(Path file) {
        return parsed(file);
    }

    /** Why this till may not act on it, whatever its journal says. */
    public Optional<String> wrongWith(EpochGrant grant) {
        if (!grant.isBy(place.authority()))
            return Optional.of(
                    "neither head office nor this store's recovery key has signed the grant");
        if (!grant.successor().node().equals(place.self()))
            return Optional.of(
                    "the grant is for "
                            + grant.successor().node()
                            + ", and this till is "
                            + place.self());
        return following(grant.continued())
                .map(Continuation::grant)
                .filter(other -> !other.equals(grant))
                .map(other ->
                        "this till has another grant by which "
                                + grant.continued().label()
                                + " goes on, as "
                                + other.successor().label());
    }

    /** What lets a device begin its first journal where another one stopped. */
    public Optional<Continuation> beginning(JournalId journal) {
        return Optional.ofNullable(bySuccessor.get(journal))
                .filter(found -> found.grant().replacesDevice());
    }

    /** What lets this till go on from a journal of its own. */
    public Optional<Continuation> ending(JournalId journal) {
        return following(journal).filter(found -> !found.grant().replacesDevice());
    }

    public boolean has(EpochGrant grant) {
        return Optional.ofNullable(bySuccessor.get(grant.successor()))
                .filter(found -> found.grant().equals(grant))
                .isPresent();
    }

    /**
     * From here on it is acted on, at every start.
     *
     * @throws IOException if the disk does not take it; it is not acted on then
     */
    public void keep(Continuation granted) throws IOException {
        if (has(granted.grant())) return;
        Path directory = Files.createDirectories(place.directory());
        String name = granted.grant().successor().label() + SUFFIX;
        place.disk().put(directory, name, granted.toBytes());
        place.disk().forceDirectories(directory, place.home());
        add(granted);
    }

    private Optional<Continuation> following(JournalId journal) {
        return bySuccessor.values().stream()
                .filter(found -> found.grant().continued().equals(journal))
                .findFirst();
    }

    private void read(Path file) {
        Continuation granted = parsed(file);
        wrongWith(granted.grant())
                .ifPresent(why -> {
                    throw refused(file, why);
                });
        add(granted);
    }

    /** Of two files with one grant, the one that says more. */
    private void add(Continuation granted) {
        bySuccessor.merge(
                granted.grant().successor(),
                granted,
                (before, now) -> before.carried().isPresent() ? before : now);
    }

    private static Continuation parsed(Path file) {
        try {
            if (Files.size(file) > Continuation.BYTES_MAX)
                throw new Malformed("it is larger than any grant");
            return Continuation.parseGrant(Files.readAllBytes(file));
        } catch (Malformed e) {
            throw refused(file, "it is no grant: " + e.getMessage());
        } catch (IOException e) {
            throw refused(file, "it cannot be read: " + e);
        }
    }

    private static CannotRun refused(Path file, String why) {
        return new CannotRun(
                ExitCode.BAD_USAGE,
                file + " is not taken up: " + why + ". Remove it, or put the right one there");
    }

    private static List<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) return List.of();
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
    }
}
