package io.tidemark.node.command;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.journal.JournalSight;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What passes by, counted. */
final class JournalStats implements JournalSight {
    private final Runnable step;
    private final Map<String, Long> types = new TreeMap<>();
    private final Set<LocalDate> days = new TreeSet<>();
    private long entries;
    private long entryBytes;
    private long groups;
    private long receipts;
    private long pruned;
    private @Nullable OffsetDateTime first;
    private @Nullable OffsetDateTime last;
    private @Nullable Hash hash;

    /**
     * @param step told of each entry
     */
    JournalStats(Runnable step) {
        this.step = step;
    }

    @Override
    public void entry(long sequence, Hash at, EntryBytes entry) {
        step.run();
        entries++;
        entryBytes += entry.size();
        hash = at;
        EntryHeader header = Shown.of(sequence, at, entry).header();
        types.merge(header == null ? "UNREADABLE" : EventNames.of(header.type()), 1L, Long::sum);
        if (header != null) take(header);
    }

    @Override
    public void pruned(PrunedEntry left) {
        step.run();
        entries++;
        pruned++;
        hash = left.hash();
        types.merge(EventNames.of(left.header().type()), 1L, Long::sum);
        take(left.header());
    }

    private void take(EntryHeader header) {
        days.add(header.businessDay());
        if (header.receipt() > 0) receipts++;
        if (first == null) first = header.at();
        last = header.at();
    }

    @Override
    public void signed(SignedHead head) {
        groups++;
    }

    long entries() {
        return entries;
    }

    /** As hashed and sent, before encryption. */
    long entryBytes() {
        return entryBytes;
    }

    /** Signed heads: how often the node forced, or its peer's batches ended. */
    long groups() {
        return groups;
    }

    long receipts() {
        return receipts;
    }

    /** Of the receipts, those whose content was given up. */
    long pruned() {
        return pruned;
    }

    Map<String, Long> types() {
        return types;
    }

    Set<LocalDate> days() {
        return days;
    }

    @Nullable OffsetDateTime first() {
        return first;
    }

    @Nullable OffsetDateTime last() {
        return last;
    }

    @Nullable Hash hash() {
        return hash;
    }
}
