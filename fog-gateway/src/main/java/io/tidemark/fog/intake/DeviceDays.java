package io.tidemark.fog.intake;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.journal.Journal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a close-down is folded from again: a device's journal, and where its business days are. A
 * simulated gateway has its own.
 */
public interface DeviceDays {
    NodeName device();

    String workstation();

    /**
     * Whether its day begins by itself when it is used, so that a day it has not begun is nothing
     * to wait for.
     */
    boolean opensByItself();

    JournalId id();

    /** What is on disk here. */
    Head received();

    Optional<DaySpan> day(LocalDate day);

    /** A day, and up to where this is known, both at one moment. */
    default DeviceJournal.Reach reach(LocalDate day) {
        return new DeviceJournal.Reach(received().sequence(), day(day));
    }

    /** What it goes on from, where it does: its first entry says so. */
    Optional<JournalContinued> continues();

    /**
     * What a journal's first entry says of another one, if it does; nothing if it is unreadable.
     */
    static Optional<JournalContinued> continuing(EntryBytes first) {
        try {
            return EntryCodec.decode(first).event() instanceof JournalContinued continued
                    ? Optional.of(continued)
                    : Optional.empty();
        } catch (Malformed unreadable) {
            return Optional.empty();
        }
    }

    Journal journal();
}
