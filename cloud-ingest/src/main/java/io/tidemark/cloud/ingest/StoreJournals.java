package io.tidemark.cloud.ingest;

import io.tidemark.identity.Role;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.receive.MarkUnkept;
import io.tidemark.ledger.receive.ReceivedJournal;
import io.tidemark.node.forks.Evidence;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Opened;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every store's journal, opened and checked to the last byte before head office says a word. A
 * store that has not reported yet has an empty one. Journals of an earlier life of a gateway stay
 * open to be read.
 */
public final class StoreJournals implements AutoCloseable {
    /** What else is there are damaged journals, kept beside the ones that were restored. */
    private static final Pattern LABEL = Pattern.compile("[a-z0-9-]+\\.[a-z0-9-]+\\.[1-9][0-9]*");

    private final Map<JournalId, ReceivedJournal> journals =
            new ConcurrentSkipListMap<>(Comparator.comparing(JournalId::label));
    private final Opening opening;

    private StoreJournals(Opening opening) {
        this.opening = opening;
    }

    /** How each of them is opened. */
    private record Opening(
            Places places, JournalKey key, Roster roster, ReceivedJournal.Self self) {
        ReceivedJournal.Place place(JournalId id) {
            return new ReceivedJournal.Place(
                    places.disk().apply(places.journals().resolve(id.label())),
                    places.disk().apply(places.marks()),
                    places.disk().apply(places.quarantine().resolve(id.label())),
                    key);
        }
    }

    /**
     * Where they lie: a directory per journal, the last mark given for each, other branches.
     *
     * @param disk what a directory is kept on
     */
    public record Places(Path journals, Path marks, Path quarantine, Function<Path, Storage> disk) {
        public Places(Path journals, Path marks, Path quarantine) {
            this(journals, marks, quarantine, FileStorage::new);
        }
    }

    /**
     * @throws io.tidemark.ledger.journal.JournalDamaged naming the first bad entry of the first bad
     *     journal
     * @throws CannotRun if a journal holds less than head office has marked
     */
    public static StoreJournals open(
            Places places, JournalKey key, Roster roster, ReceivedJournal.Self self) {
        StoreJournals opened = new StoreJournals(new Opening(places, key, roster, self));
        try {
            identities(places.journals(), roster).forEach(opened::open);
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Of every gateway in the roster, and of every store's journal that is on the disk besides. */
    public static List<JournalId> identities(Path directory, Roster roster) {
        Stream<JournalId> reporting =
                roster.members().stream()
                        .filter(member -> member.role() == Role.GATEWAY)
                        .map(Roster.Member::journal);
        return Stream.concat(reporting, onDisk(directory, roster.organisation()))
                .distinct()
                .sorted(Comparator.comparing(JournalId::label))
                .toList();
    }

    public Collection<Journal> all() {
        return journals.values().stream().map(ReceivedJournal::journal).toList();
    }

    /** How many of them have a second branch that waits for a person. */
    public long quarantined() {
        return journals.values().stream().filter(ReceivedJournal::isQuarantined).count();
    }

    /** Both branches of each that forked. */
    public List<Evidence> forked() {
        return journals.values().stream().flatMap(each -> Evidence.of(each).stream()).toList();
    }

    /** A store's journal of any life of its gateway. */
    Optional<Journal> kept(JournalId id) {
        return Optional.ofNullable(journals.get(id)).map(ReceivedJournal::journal);
    }

    /** The journal of one epoch of a gateway, if it is open here. */
    Optional<ReceivedJournal> of(JournalId id) {
        return Optional.ofNullable(journals.get(id));
    }

    /** Begins a journal that was granted. For the writer alone. */
    ReceivedJournal begin(JournalId id) {
        return open(id);
    }

    /** The journal that the roster says a gateway writes. */
    ReceivedJournal of(Roster.Member gateway) {
        ReceivedJournal journal = journals.get(gateway.journal());
        if (journal == null)
            throw new IllegalStateException("no journal was opened for " + gateway.journal());
        return journal;
    }

    @Override
    public void close() {
        Opened all = new Opened();
        journals.values().forEach(all::and);
        all.close();
    }

    private ReceivedJournal open(JournalId id) {
        try {
            ReceivedJournal journal =
                    ReceivedJournal.open(
                            id,
                            opening.place(id),
                            opening.self(),
                            opening.roster().verifier(id),
                            (sequence, hash, entry) -> {});
            journals.put(id, journal);
            return journal;
        } catch (MarkUnkept lost) {
            throw new CannotRun(ExitCode.DAMAGED, String.valueOf(lost.getMessage()), lost);
        }
    }

    private static Stream<JournalId> onDisk(Path directory, String organisation) {
        if (!Files.isDirectory(directory)) return Stream.of();
        try (Stream<Path> names = Files.list(directory)) {
            return names
                    .filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> LABEL.matcher(name).matches())
                    .map(label -> JournalId.ofLabel(organisation, label))
                    .filter(id -> !id.node().isHeadOffice())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the journals in " + directory, e);
        }
    }
}
