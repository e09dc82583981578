package io.tidemark.fog.export;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;

/**
 * An entry of the day, as a close-down counted it.
 *
 * @param supplement which close-down took it in: 0 for the store Z
 * @param period which of the workstation's till Zs of the day it is before, from 0
 * @param hash the chain's at this entry
 */
public record DayEntry(
        JournalId journal,
        int supplement,
        int period,
        long sequence,
        Hash hash,
        EntryHeader header,
        Event event) {
    /** Where it stands, as no other of the store: {@code till-1.1.17}. */
    public String place() {
        return journal.node().device() + "." + journal.epoch() + "." + sequence;
    }

    /** Its receipt's number where it prints one, else its place in the journal. */
    public long number() {
        return header.receipt() > 0 ? header.receipt() : sequence;
    }
}
