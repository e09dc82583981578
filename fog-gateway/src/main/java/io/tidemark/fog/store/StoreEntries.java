package io.tidemark.fog.store;

import io.tidemark.ledger.EntryTooLarge;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.CloseDownAuthorised;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.journal.Journal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the entries that a gateway writes into its own journal.
 *
 * @param gateway whose journal it is
 * @param masterData the version that the store has adopted
 */
record StoreEntries(JournalId gateway, StoreCalendar calendar, long masterData) {
    private static final int KEY = 1;

    /**
     * @throws EntryTooLarge if none may be so large
     */
    Made made(LocalDate day, StoreJournal.Asked asked, Event event) {
        return Made.of(entry(day, asked, event));
    }

    private Entry entry(LocalDate day, StoreJournal.Asked asked, Event event) {
        EventType type = EventType.of(event).orElseThrow();
        EntryHeader header =
                new EntryHeader(
                        type.code(),
                        type.critical(),
                        asked.command(),
                        asked.digest(),
                        gateway.node().device(),
                        asked.operator(),
                        0,
                        day,
                        calendar.now(),
                        0,
                        masterData,
                        KEY);
        return new Entry(header, event);
    }

    /** A close-down's, with those that stand before it; none of them is written yet. */
    Prepared closing(
            StoreJournal.Asked asked,
            CloseDown.Folded folded,
            Optional<CloseDownAuthorised> authority) {
        LocalDate day = folded.closed().day();
        StoreJournal.Asked byOperator = new StoreJournal.Asked(null, 0, asked.operator());
        try {
            Stream<Made> allowed = authority.stream().map(event -> made(day, byOperator, event));
            // The articles of a large shop are a megabyte: each part's bytes on a core of its own.
            List<Made> figures =
                    folded.figures().parallelStream()
                            .map(part -> made(day, StoreJournal.Asked.byNobody(), part))
                            .toList();
            return new Prepared.Ready(
                    Stream.concat(allowed, figures.stream()).toList(),
                    made(day, asked, folded.closed()),
                    folded.stock());
        } catch (EntryTooLarge beyond) {
            return new Prepared.TooLarge(
                    "the close-down of "
                            + day
                            + " would take "
                            + beyond.bytes()
                            + " bytes in one entry, which holds "
                            + Limits.ENTRY_BYTES_MAX
                            + ", since its tills name too many tenders and currencies, or a transfer"
                            + " too many articles. Nothing was recorded; the journals are whole, and"
                            + " the day can be closed by a version that allows more");
        }
    }

    /** What an epoch of the gateway begins with. */
    static JournalContinued begun(EpochGrant grant, Optional<Journal> branch) {
        long shared = grant.shared().sequence();
        long last = branch.map(each -> each.forced().sequence()).orElse(0L);
        return last > shared
                ? new JournalContinued(grant, shared + 1, last, Carried.NOTHING)
                : new JournalContinued(grant, 0, 0, Carried.NOTHING);
    }
}
