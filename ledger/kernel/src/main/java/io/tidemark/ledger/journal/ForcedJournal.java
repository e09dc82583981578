package io.tidemark.ledger.journal;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.event.EntryPruned;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is forced of a journal, and nothing else: any thread may read it at any time, also beside
 * the writer. It opens the file for itself, so an interrupted reader harms nobody else.
 */
public abstract sealed class ForcedJournal permits Journal {
    private final JournalId id;
    private final JournalIndex index;
    private final JournalReader reader;
    private volatile Forced forced;
    private volatile @Nullable Throwable broken;

    /**
     * How far the journal is forced.
     *
     * @param signed the newest, which may be about an earlier entry
     * @param recent up to the head, or nothing
     */
    record Forced(Head head, @Nullable SignedHead signed, Recent recent) {
        boolean isSigned() {
            return head.sequence() == 0 || (signed != null && signed.head().equals(head));
        }
    }

    ForcedJournal(Rules rules, Storage storage, JournalScan.Passed passed) {
        this.id = rules.journal();
        this.index = passed.index();
        this.reader = new JournalReader(id, storage, rules.key(), index);
        this.forced = new Forced(passed.head(), passed.signed(), Recent.NOTHING);
    }

    public JournalId id() {
        return id;
    }

    /** What the disk is known to hold. */
    public Head forced() {
        return forced.head();
    }

    /**
     * The newest. It is about {@link #forced}, unless a power cut took its signature and {@link
     * Journal#signedBy} has not made it again; none before the first force.
     */
    public Optional<SignedHead> signedHead() {
        return Optional.ofNullable(forced.signed());
    }

    /** Whether {@link #signedHead} is about all that is forced. */
    public boolean isSigned() {
        return forced.isSigned();
    }

    /** The chain's hash at a forced entry; at 0, the genesis hash. */
    public Hash hashAt(long sequence) {
        Head known = forcedFrom(sequence);
        if (sequence == 0) return Head.genesis(id).hash();
        if (sequence == known.sequence()) return known.hash();
        Recent recent = forced.recent();
        if (recent.holds(sequence)) return recent.hashAt(sequence);
        return Reading.of(id, () -> reader.hashAt(sequence));
    }

    /**
     * Entries from a sequence on, up to a signed head of the same segment.
     *
     * @param from from 1 up to the sequence of {@link #forced}
     * @param bytesTarget exceeded only where one group alone does
     * @throws EntryPruned where the first group has a receipt that was pruned
     */
    public Slice read(long from, int bytesTarget) {
        JournalReader.Known end = endFor(from);
        return recent(from, bytesTarget)
                .orElseGet(() -> Reading.of(id, () -> reader.read(from, end, bytesTarget)));
    }

    private Optional<Slice> recent(long from, int bytesTarget) {
        Forced known = forced;
        SignedHead signed = known.signed();
        return signed == null ? Optional.empty() : known.recent().slice(from, signed, bytesTarget);
    }

    /**
     * Entries from a sequence on, for whoever needs no signed head about them: of a stopped node's
     * own journal the last may be without one.
     *
     * @param from as for {@link #read}
     * @return at least one
     * @throws EntryPruned as {@link #read}
     */
    public List<EntryBytes> entries(long from, int bytesTarget) {
        JournalReader.Known end = endFor(from);
        return Reading.of(id, () -> reader.entries(from, end, bytesTarget));
    }

    private JournalReader.Known endFor(long from) {
        if (from < 1) throw new IllegalArgumentException("sequences start at 1, not " + from);
        forcedFrom(from);
        Forced known = forced;
        return new JournalReader.Known(known.head().sequence(), known.signed());
    }

    /**
     * One forced entry.
     *
     * @throws EntryPruned if it is a receipt that was pruned
     */
    public EntryBytes entry(long sequence) {
        if (sequence < 1)
            throw new IllegalArgumentException("sequences start at 1, not " + sequence);
        forcedFrom(sequence);
        Recent recent = forced.recent();
        if (recent.holds(sequence)) return recent.entry(sequence);
        return Reading.of(id, () -> reader.entry(sequence));
    }

    /** Shows every entry from this one to the last that was forced when the call began. */
    public void replay(long from, EntryVisitor visitor) {
        if (from < 1) throw new IllegalArgumentException("sequences start at 1, not " + from);
        requireUsable();
        replay(from, forced.head().sequence(), visitor);
    }

    /** Shows the entries from one to another, which is forced. */
    public void replay(long from, long to, EntryVisitor visitor) {
        long last = Math.min(to, forcedFrom(to).sequence());
        Recent recent = forced.recent();
        if (from <= last && recent.holds(from)) {
            recent.show(from, last, visitor);
            return;
        }
        for (long next = from; next <= last; ) {
            long first = next;
            next = Reading.of(id, () -> reader.replay(first, last, visitor));
        }
    }

    /** The last entry of those whose receipts were pruned; 0 where none were. */
    public long prunedUpTo() {
        return segments().stream()
                .filter(SegmentInfo::pruned)
                .mapToLong(SegmentInfo::last)
                .max()
                .orElse(0);
    }

    /** From the first to the current one. */
    public List<SegmentInfo> segments() {
        return index.segments().stream().map(Segment::info).toList();
    }

    /**
     * The segment that is to be pruned next.
     *
     * @throws IllegalArgumentException if it is not the one of this number
     */
    Segment oldestWhole(int number) {
        List<SegmentInfo> segments = segments();
        long whole = segments.stream().filter(segment -> !segment.pruned()).count();
        boolean oldest = number == segments.size() - whole + 1 && whole > 1;
        if (!oldest
                || !segments.get(number - 1).closed()
                || segments.get(number - 1).last() >= segments.getLast().last())
            throw new IllegalArgumentException(
                    "segment "
                            + number
                            + " of journal "
                            + id.label()
                            + " is not the oldest whole one, or not closed, or the last");
        return index.segments().get(number - 1);
    }

    JournalIndex index() {
        return index;
    }

    JournalReader reader() {
        return reader;
    }

    /** From now on this is forced, and may be read. */
    void forced(Head head, @Nullable SignedHead signed, Recent recent) {
        forced = new Forced(head, signed, recent);
    }

    /** Nothing is answered any more: it is not known what the disk has. */
    JournalBroken breakWith(Exception cause) {
        broken = cause;
        return new JournalBroken(id, cause);
    }

    /** The same, where the failure itself goes on. */
    void broken(Error cause) {
        broken = cause;
    }

    boolean isBroken() {
        return broken != null;
    }

    void requireUsable() {
        Throwable before = broken;
        if (before != null) throw new JournalBroken(id, before);
    }

    private Head forcedFrom(long sequence) {
        requireUsable();
        Head known = forced.head();
        if (sequence < 0 || sequence > known.sequence())
            throw new IllegalArgumentException(
                    "journal "
                            + id.label()
                            + " has no forced entry "
                            + sequence
                            + "; the last is "
                            + known.sequence());
        return known;
    }
}
