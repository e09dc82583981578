package io.tidemark.fog.intake;

import io.tidemark.identity.Role;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The journals of all devices of the store's roster, opened and checked to the last byte at start.
 */
public final class DeviceJournals implements AutoCloseable {
    private final List<DeviceJournal> all;

    private DeviceJournals(List<DeviceJournal> all) {
        this.all = List.copyOf(all);
    }

    /** Where they lie: a directory per journal, and the last mark given for each. */
    public record Places(Path journals, Path marks) {}

    /**
     * @param store whose devices' journals are kept here
     * @throws io.tidemark.ledger.journal.JournalDamaged naming the first bad entry
     * @throws CannotRun if a journal is shorter than what this gateway has marked
     */
    public static DeviceJournals open(Roster roster, String store, JournalKey key, Places places) {
        List<DeviceJournal> opened = new ArrayList<>();
        try {
            for (Roster.Member member : devicesOf(roster, store))
                opened.add(open(member, roster.verifier(member.name()), key, places));
            return new DeviceJournals(opened);
        } catch (RuntimeException e) {
            opened.forEach(each -> each.journal().close());
            throw e;
        }
    }

    /** The members of this store's roster that keep a journal which this gateway receives. */
    public static List<Roster.Member> devicesOf(Roster roster, String store) {
        return roster.membersOf(store).stream()
                .filter(member -> member.role() != Role.GATEWAY)
                .sorted(Comparator.comparing(Roster.Member::name))
                .toList();
    }

    public List<DeviceJournal> all() {
        return all;
    }

    public Optional<DeviceJournal> of(NodeName device) {
        return all.stream().filter(each -> each.device().equals(device)).findFirst();
    }

    @Override
    public void close() {
        all.forEach(each -> each.journal().close());
    }

    private static DeviceJournal open(
            Roster.Member member, Verifier origin, JournalKey key, Places places) {
        DayIndex days = new DayIndex();
        Journal journal =
                Journal.open(
                        member.journal(),
                        new FileStorage(places.journals().resolve(member.journal().label())),
                        key,
                        origin,
                        (sequence, _, entry) -> days.accept(sequence, entry));
        MarkNote note = new MarkNote(places.marks(), journal.id());
        shortfall(journal, note.read())
                .ifPresent(lost -> {
                    journal.close();
                    throw new CannotRun(ExitCode.DAMAGED, lost);
                });
        return new DeviceJournal(member, journal, origin, days, note);
    }

    /** Opens one journal for a look: checks its bytes, and changes nothing. */
    public static DeviceJournal openToRead(
            Roster.Member member, Verifier origin, JournalKey key, Places places) {
        DayIndex days = new DayIndex();
        Journal journal =
                Journal.openToRead(
                        member.journal(),
                        FileStorage.toRead(places.journals().resolve(member.journal().label())),
                        key,
                        origin,
                        (sequence, _, entry) -> days.accept(sequence, entry));
        return new DeviceJournal(
                member, journal, origin, days, new MarkNote(places.marks(), journal.id()));
    }

    /** What is wrong if a journal does not hold what this gateway has marked. */
    public static Optional<String> shortfall(Journal journal, Optional<Mark> marked) {
        return marked.flatMap(mark -> {
            if (mark.sequence() > journal.forced().sequence())
                return Optional.of(
                        "journal "
                                + journal.id().label()
                                + " ends at entry "
                                + journal.forced().sequence()
                                + ", but this gateway has marked entry "
                                + mark.sequence()
                                + ": an old disk or copy was put back. Put the newer one back,"
                                + " or restore the journal from the device that recorded it");
            if (!journal.hashAt(mark.sequence()).equals(mark.head().hash()))
                return Optional.of(
                        "journal "
                                + journal.id().label()
                                + " has another entry "
                                + mark.sequence()
                                + " than the one this gateway has marked: restore it from the"
                                + " device that recorded it");
            return Optional.empty();
        });
    }
}
