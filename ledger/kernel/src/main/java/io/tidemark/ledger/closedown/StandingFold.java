package io.tidemark.ledger.closedown;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.journal.EntryVisitor;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a workstation stands for a journal's successor. Fed with what the receiver accepted of the
 * journal, from its first entry to its last.
 *
 * <p>The successor applies its own branch on top, so it starts at the entry that both histories
 * share. What was accepted beyond it happened at the same drawer, though: where that day is still
 * open at the end, its figures go along, so that the till Z covers the whole day; also where the
 * day was opened beyond it, and the branch opens it again. No number is given twice. Not safe for
 * use by several threads.
 */
public final class StandingFold implements EntryVisitor {
    private final WorkstationFold fold = new WorkstationFold();
    private final long shared;
    private Carried atShared = Carried.NOTHING;

    /**
     * @param shared sequence of the last entry that both histories have
     */
    public StandingFold(long shared) {
        this.shared = shared;
    }

    @Override
    public void entry(long sequence, Hash hash, EntryBytes entry) {
        accept(sequence, entry);
    }

    /** The next entry, for whoever has no hash of it at hand. */
    public void accept(long sequence, EntryBytes entry) {
        fold.accept(entry);
        if (sequence == shared) atShared = fold.carried();
    }

    @Override
    public void pruned(PrunedEntry left) {
        fold.pruned(left.header());
        if (left.sequence() == shared) atShared = fold.carried();
    }

    /** As it stood at the shared entry alone: all that who has only the branch can know. */
    public Carried atShared() {
        return atShared;
    }

    public Carried carried() {
        return carried(fold.carried());
    }

    /**
     * Where the workstation has gone on in the meantime, by another grant: what was sold there lies
     * in the same drawer, too.
     *
     * @param end where it stands now, in the last journal that it worked with
     */
    public Carried carried(Carried end) {
        boolean laterSession = end.shift() > atShared.shift();
        return new Carried(
                sameDay(end).orElse(atShared.day()),
                atShared.lastDay(),
                Math.max(atShared.shift(), end.shift()),
                laterSession ? end.operator() : atShared.operator(),
                Math.max(atShared.lastReceipt(), end.lastReceipt()),
                Math.max(atShared.lastZ(), end.lastZ()),
                atShared.masterData(),
                ahead(end));
    }

    /** The image is from before the day: what was accepted of it lies in the same drawer. */
    private Carried.@Nullable Day ahead(Carried end) {
        Carried.Day day = end.day();
        LocalDate before = atShared.lastDay();
        return day != null && (before == null || day.date().isAfter(before)) ? day : end.ahead();
    }

    private Optional<Carried.Day> sameDay(Carried end) {
        Carried.Day before = atShared.day();
        return Optional.ofNullable(end.day())
                .filter(day -> before != null && day.date().equals(before.date()));
    }
}
