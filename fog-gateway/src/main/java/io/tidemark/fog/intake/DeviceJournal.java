package io.tidemark.fog.intake;

import io.tidemark.identity.Roster;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.sync.Known;
import io.tidemark.node.writer.Group;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A device's journal as this gateway has received it. What changes it is called by the writer
 * alone; the rest by any thread, and sees forced entries only.
 */
public final class DeviceJournal {
    private final Roster.Member member;
    private final Journal journal;
    private final Verifier origin;
    private final DayIndex days;
    private final MarkNote note;
    private final List<Hash> unforced = new ArrayList<>();
    private @Nullable SignedHead pending;
    private @Nullable Mark mark;

    DeviceJournal(
            Roster.Member member, Journal journal, Verifier origin, DayIndex days, MarkNote note) {
        this.member = member;
        this.journal = journal;
        this.origin = origin;
        this.days = days;
        this.note = note;
    }

    public NodeName device() {
        return member.name();
    }

    public String workstation() {
        return member.workstation();
    }

    public JournalId id() {
        return journal.id();
    }

    /** What is on disk here. */
    public Head received() {
        return journal.forced();
    }

    public Optional<DaySpan> day(LocalDate day) {
        return days.day(day);
    }

    /** All business days it has entries of, in order. */
    public NavigableMap<LocalDate, DaySpan> days() {
        return Collections.unmodifiableNavigableMap(days.days());
    }

    /** Shows every entry from this one to the last that is forced. */
    public void replay(long from, EntryVisitor visitor) {
        if (from <= journal.forced().sequence()) journal.replay(from, visitor);
    }

    public Journal journal() {
        return journal;
    }

    Known known(boolean quarantined) {
        return new Known(device(), id(), journal.head(), this::hashAt, origin, quarantined);
    }

    /** Appends what the receiver found fresh; it is on disk when the group is answered. */
    void append(List<EntryBytes> entries, SignedHead head, Group group) {
        int bytes = entries.stream().mapToInt(EntryBytes::size).sum();
        if (journal.pendingBytes() + bytes > Journal.PENDING_BYTES_MAX) forceNow();
        group.force(id(), this::forceNow);
        for (EntryBytes entry : entries) {
            Head after = journal.append(entry);
            unforced.add(after.hash());
            days.accept(after.sequence(), entry);
        }
        pending = head;
    }

    /** Forces what waits, if anything does: a close-down folds only what is on disk. */
    public void forceNow() {
        SignedHead head = pending;
        if (head == null) return;
        journal.force(head);
        pending = null;
        unforced.clear();
        if (mark != null && mark.head().equals(head.head())) note.write(mark);
    }

    /** The mark for all that is appended. To be told only when the group is answered. */
    Mark mark(JournalId receiver, Signer signer) {
        if (mark == null || !mark.head().equals(journal.head()))
            mark = Mark.sign(receiver, id(), journal.head(), signer);
        return mark;
    }

    /** Seals the current segment, so that it can be archived. */
    public void closeSegment() {
        forceNow();
        journal.closeSegment();
    }

    Optional<DayIndex.Unreadable> unreadable() {
        return days.unreadable();
    }

    private Hash hashAt(long sequence) {
        long forced = journal.forced().sequence();
        return sequence > forced
                ? unforced.get((int) (sequence - forced - 1))
                : journal.hashAt(sequence);
    }
}
