package io.tidemark.fog.intake;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.journal.EntryVisitor;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Finds a device's business days in its journal. Fed in its lane, entry by entry, once they are on
 * disk; read by any thread.
 */
final class DayIndex {
    private final ConcurrentNavigableMap<LocalDate, DaySpan> days = new ConcurrentSkipListMap<>();
    private final GivenCash given = new GivenCash();
    private long end;
    private volatile Optional<Unreadable> unreadable = Optional.empty();

    /**
     * An entry whose header or till Z says nothing. It is kept, and what follows is not held up.
     */
    record Unreadable(long sequence, String why) {}

    synchronized void accept(long sequence, EntryBytes bytes) {
        end = sequence;
        try {
            EntryHeader header = EntryCodec.header(bytes);
            LocalDate day = header.businessDay();
            DaySpan before = days.get(day);
            DaySpan span = before == null ? DaySpan.at(sequence) : before.reaching(sequence);
            days.put(day, span);
            days.put(day, marked(span, sequence, header, bytes));
            given.add(header, bytes, days);
        } catch (Malformed e) {
            unreadable = Optional.of(new Unreadable(sequence, String.valueOf(e.getMessage())));
        }
    }

    synchronized void pruned(PrunedEntry left) {
        end = left.sequence();
        LocalDate day = left.header().businessDay();
        DaySpan before = days.get(day);
        days.put(day, before == null ? DaySpan.at(end) : before.reaching(end));
    }

    /** Fed with what a journal shows when it opens. */
    EntryVisitor following() {
        return new EntryVisitor() {
            @Override
            public void entry(long sequence, Hash hash, EntryBytes entry) {
                accept(sequence, entry);
            }

            @Override
            public void pruned(PrunedEntry left) {
                DayIndex.this.pruned(left);
            }
        };
    }

    synchronized DeviceJournal.Reach reach(LocalDate day) {
        return new DeviceJournal.Reach(end, day(day));
    }

    /** Movements of cash of a day that no second person has confirmed here, by their commands. */
    synchronized Set<CommandId> unconfirmedCash(LocalDate day) {
        return given.waiting(day);
    }

    /** Whether that movement of cash was made or confirmed here. */
    synchronized boolean tellsOfCash(CommandId movement) {
        return given.tellsOf(movement);
    }

    Optional<DaySpan> day(LocalDate day) {
        return Optional.ofNullable(days.get(day));
    }

    NavigableMap<LocalDate, DaySpan> days() {
        return days;
    }

    /** The newest entry that could not be read, if any. */
    Optional<Unreadable> unreadable() {
        return unreadable;
    }

    private static DaySpan marked(
            DaySpan span, long sequence, EntryHeader header, EntryBytes bytes) {
        if (header.type() == EventType.TILL_DAY_CLOSED.code()
                && EntryCodec.decode(bytes).event() instanceof TillDayClosed closed)
            return span.closed(sequence, closed.zNumber());
        if (header.type() == EventType.BUSINESS_DAY_OPENED.code()) return span.opened();
        if (header.type() == EventType.JOURNAL_CONTINUED.code()
                && EntryCodec.decode(bytes).event() instanceof JournalContinued continued
                && isOpenIn(header.businessDay(), continued.carried())) return span.opened();
        if (header.critical() && !isKnown(header.type()))
            return span.with(new DaySpan.Unknown(sequence, header.type()));
        return span;
    }

    private static boolean isOpenIn(LocalDate day, Carried carried) {
        Carried.Day open = carried.day();
        return open != null && open.date().equals(day);
    }

    private static boolean isKnown(int type) {
        return Arrays.stream(EventType.values()).anyMatch(known -> known.code() == type);
    }
}
