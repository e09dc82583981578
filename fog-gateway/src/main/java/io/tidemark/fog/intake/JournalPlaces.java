package io.tidemark.fog.intake;

import io.tidemark.identity.Roster;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.ForcedPart;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.receive.ReceivedJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where devices' journals lie: a directory per journal, the last mark given for each, other
 * branches.
 *
 * @param disk what the journals are written through
 */
public record JournalPlaces(
        Path journals, Path marks, Path quarantine, UnaryOperator<Storage> disk) {
    /** What else is there are damaged journals, kept beside the ones that were restored. */
    private static final Pattern LABEL = Pattern.compile("[a-z0-9-]+\\.[a-z0-9-]+\\.[1-9][0-9]*");

    public JournalPlaces(Path journals, Path marks, Path quarantine) {
        this(journals, marks, quarantine, UnaryOperator.identity());
    }

    /** The same, written through another disk. */
    public JournalPlaces through(UnaryOperator<Storage> other) {
        return new JournalPlaces(journals, marks, quarantine, other);
    }

    ReceivedJournal.Place of(JournalId journal, JournalKey key) {
        return new ReceivedJournal.Place(
                disk.apply(new FileStorage(journals.resolve(journal.label()))),
                new FileStorage(marks),
                new FileStorage(quarantine.resolve(journal.label())),
                key);
    }

    /**
     * @param beside the gateway runs: only what is forced is read
     */
    ReceivedJournal.Place toRead(JournalId journal, JournalKey key, boolean beside) {
        FileStorage files = FileStorage.toRead(journals.resolve(journal.label()));
        return new ReceivedJournal.Place(
                beside ? ForcedPart.of(journal, files) : files,
                FileStorage.toRead(marks),
                FileStorage.toRead(quarantine.resolve(journal.label())),
                key);
    }

    /** The directory of one of them. */
    public Path of(JournalId journal) {
        return journals.resolve(journal.label());
    }

    /** Where what a device sends again lies until its journal here is whole. */
    Path fetched(JournalId journal) {
        return journals.resolve("fetched-" + journal.label());
    }

    /**
     * Every device's journal that the roster names, and those of other epochs that have begun here.
     */
    public List<JournalId> identities(Roster roster, String store) {
        Stream<JournalId> named =
                roster.membersOf(store).stream()
                        .filter(DeviceJournals::isReceived)
                        .map(Roster.Member::journal);
        Stream<JournalId> begun =
                onDisk(roster.organisation())
                        .filter(id -> id.node().store().equals(store))
                        .filter(id ->
                                roster.member(id.node())
                                        .filter(DeviceJournals::isReceived)
                                        .isPresent());
        return Stream.concat(named, begun)
                .distinct()
                .sorted(Comparator.comparing(JournalId::node).thenComparingInt(JournalId::epoch))
                .toList();
    }

    private Stream<JournalId> onDisk(String organisation) {
        if (!Files.isDirectory(journals)) return Stream.of();
        try (Stream<Path> names = Files.list(journals)) {
            return names
                    .filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> LABEL.matcher(name).matches())
                    .map(label -> JournalId.ofLabel(organisation, label))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the journals in " + journals, e);
        }
    }
}
