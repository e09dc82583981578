package io.tidemark.ledger.journal;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.SignedHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The entries of the last forces, as long as they are few: who follows right behind the writer, as
 * a sender does that keeps up, need not open the file again, read and decrypt what was in memory a
 * moment ago. All of one segment and in a row, up to the head that was forced with them. They are
 * seen together with that head, so that nobody finds here what is not forced; what checks the disk
 * never asks here.
 */
record Recent(List<Pending> entries) {
    /** What a journal keeps of them at most, in bytes: of usual receipts, a hundred. */
    static final int BYTES_MAX = 64 << 10;

    static final int ENTRIES_MAX = 128;

    static final Recent NOTHING = new Recent(List.of());

    /**
     * With those that were forced next, without those of an earlier segment; the new ones alone
     * where both are too much, and nothing where those are.
     *
     * @param first the sequence of the first entry of the segment that the last is in
     */
    Recent and(List<Pending> forced, long first) {
        Recent alone = of(forced, first);
        if (alone.entries.isEmpty() || entries.isEmpty() || first() < first) return alone;
        List<Pending> all = new ArrayList<>(entries.size() + alone.entries.size());
        all.addAll(entries);
        all.addAll(alone.entries);
        return isTooMuch(all) ? alone : new Recent(all);
    }

    private static Recent of(List<Pending> forced, long first) {
        if (isTooMuch(forced) || forced.getFirst().after().sequence() < first) return NOTHING;
        return new Recent(List.copyOf(forced));
    }

    private static boolean isTooMuch(List<Pending> entries) {
        return entries.size() > ENTRIES_MAX || bytes(entries) > BYTES_MAX;
    }

    private static int bytes(List<Pending> entries) {
        int bytes = 0;
        for (Pending entry : entries) bytes += entry.size();
        return bytes;
    }

    boolean holds(long sequence) {
        return !entries.isEmpty() && sequence >= first() && sequence <= last();
    }

    Hash hashAt(long sequence) {
        return at(sequence).after().hash();
    }

    EntryBytes entry(long sequence) {
        return at(sequence).entry();
    }

    /** From there to the last, if they are that few and this is signed of them. */
    Optional<Slice> slice(long from, SignedHead signed, int bytesTarget) {
        if (!holds(from) || signed.sequence() != last()) return Optional.empty();
        List<Pending> wanted = since(from);
        if (bytes(wanted) > bytesTarget || wanted.size() > Limits.BATCH_ENTRIES_MAX)
            return Optional.empty();
        return Optional.of(new Slice(from, wanted.stream().map(Pending::entry).toList(), signed));
    }

    void show(long from, long to, EntryVisitor visitor) {
        for (Pending each : since(from).subList(0, (int) (to - from + 1)))
            visitor.entry(each.after().sequence(), each.after().hash(), each.entry());
    }

    private List<Pending> since(long sequence) {
        return entries.subList((int) (sequence - first()), entries.size());
    }

    private Pending at(long sequence) {
        return entries.get((int) (sequence - first()));
    }

    private long first() {
        return entries.getFirst().after().sequence();
    }

    private long last() {
        return entries.getLast().after().sequence();
    }
}
