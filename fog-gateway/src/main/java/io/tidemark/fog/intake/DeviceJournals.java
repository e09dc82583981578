package io.tidemark.fog.intake;

import io.tidemark.identity.Role;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.receive.MarkUnkept;
import io.tidemark.ledger.receive.ReceivedJournal;
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

    /** Where they lie: a directory per journal, the last mark given for each, other branches. */
    public record Places(Path journals, Path marks, Path quarantine) {
        ReceivedJournal.Place of(JournalId journal, JournalKey key) {
            return new ReceivedJournal.Place(
                    new FileStorage(journals.resolve(journal.label())),
                    new FileStorage(marks),
                    new FileStorage(quarantine.resolve(journal.label())),
                    key);
        }

        ReceivedJournal.Place toRead(JournalId journal, JournalKey key) {
            return new ReceivedJournal.Place(
                    FileStorage.toRead(journals.resolve(journal.label())),
                    FileStorage.toRead(marks),
                    FileStorage.toRead(quarantine.resolve(journal.label())),
                    key);
        }
    }

    /**
     * @param self the store's gateway, whose devices' journals are kept here
     * @throws io.tidemark.ledger.journal.JournalDamaged naming the first bad entry
     * @throws CannotRun if a journal is shorter than what this gateway has marked
     */
    public static DeviceJournals open(
            Roster roster, ReceivedJournal.Self self, JournalKey key, Places places) {
        List<DeviceJournal> opened = new ArrayList<>();
        try {
            for (Roster.Member member : devicesOf(roster, self.receiver().node().store()))
                opened.add(
                        open(
                                member,
                                roster.verifier(member.name()),
                                self,
                                places.of(member.journal(), key)));
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
            Roster.Member member,
            Verifier origin,
            ReceivedJournal.Self self,
            ReceivedJournal.Place place) {
        DayIndex days = new DayIndex();
        try {
            ReceivedJournal received =
                    ReceivedJournal.open(
                            member.journal(),
                            place,
                            self,
                            origin,
                            (sequence, _, entry) -> days.accept(sequence, entry));
            return new DeviceJournal(member, received, days);
        } catch (MarkUnkept lost) {
            throw new CannotRun(ExitCode.DAMAGED, String.valueOf(lost.getMessage()), lost);
        }
    }

    /** Opens one journal for a look: checks its bytes, and changes nothing. */
    public static DeviceJournal openToRead(
            Roster.Member member, Verifier origin, JournalKey key, Places places) {
        DayIndex days = new DayIndex();
        ReceivedJournal received =
                ReceivedJournal.openToRead(
                        member.journal(),
                        places.toRead(member.journal(), key),
                        origin,
                        (sequence, _, entry) -> days.accept(sequence, entry));
        return new DeviceJournal(member, received, days);
    }
}
