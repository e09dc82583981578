package io.tidemark.ledger.journal;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
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
 *
 * @param first the sequence of the first
 * @param bytes of all of them
 */
record Recent(long first, List<Pending> entries, int bytes) {
    /** What a journal keeps of them at most, in bytes: one large receipt, too. */
    static final int BYTES_MAX = 64 << 10;

    /** Few, for each force copies the list of them, with cold caches. */
    static final int ENTRIES_MAX = 32;

    static final Recent NOTHING = new Recent(1, List.of(), 0);

    /**
     * With those that were forced next, without those of an earlier segment; the new ones alone
     * where both are too much, and nothing where those are.
     *
     * @param bytes of all that was forced
     * @param segmentFirst the sequence of the first entry of the segment that the last is in
     */
    Recent and(List<Pending> forced, int bytes, long segmentFirst) {
        long from = forced.getFirst().after().sequence();
        if (from < segmentFirst || isTooMuch(forced.size(), bytes)) return NOTHING;
        boolean together =
                !entries.isEmpty()
                        && first >= segmentFirst
                        && !isTooMuch(entries.size() + forced.size(), this.bytes + bytes);
        if (!together) return new Recent(from, List.copyOf(forced), bytes);
        List<Pending> all = new ArrayList<>(entries.size() + forced.size());
        all.addAll(entries);
        all.addAll(forced);
        return new Recent(first, all, this.bytes + bytes);
    }

    private static boolean isTooMuch(int count, int bytes) {
        return count > ENTRIES_MAX || bytes > BYTES_MAX;
    }

    boolean holds(long sequence) {
        return !entries.isEmpty() && sequence >= first && sequence <= last();
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
        List<EntryBytes> wanted = since(from).stream().map(Pending::entry).toList();
        if (wanted.stream().mapToInt(EntryBytes::size).sum() > bytesTarget) return Optional.empty();
        return Optional.of(new Slice(from, wanted, signed));
    }

    void show(long from, long to, EntryVisitor visitor) {
        for (Pending each : since(from).subList(0, (int) (to - from + 1)))
            visitor.entry(each.after().sequence(), each.after().hash(), each.entry());
    }

    private List<Pending> since(long sequence) {
        return entries.subList((int) (sequence - first), entries.size());
    }

    private Pending at(long sequence) {
        return entries.get((int) (sequence - first));
    }

    private long last() {
        return first + entries.size() - 1;
    }
}
