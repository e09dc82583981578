package io.tidemark.ledger.closedown;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.journal.EntryVisitor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which entries of a business day the journals of one device tell more than once, and where each of
 * them counts. A device may bring again in a later epoch what an earlier one has: with its branch,
 * or since a cashier who got no answer asked again, perhaps on a disk that was still in an older
 * business day. Whatever is taken in second is the repetition:
 *
 * <pre>
 * another epoch's entry                                        left out
 * was taken in by a close-down before, of whichever day        this one
 * is of an earlier epoch, and comes with this very close-down  this one
 * is of a later epoch, and comes with this very close-down     that one
 * is in no close-down yet                                      that one, when it comes
 * </pre>
 *
 * Of what tells one thing, then, exactly one counts, in whatever order it comes. What was taken in
 * is said by signed close-downs, so that who folds one again finds the same.
 */
public final class DayRepeats {
    /** Before, an earlier epoch's entries counted whatever a later one had told. */
    private static final int RULES_EITHER_WAY = 3;

    private final LocalDate day;
    private final StoreHistory history;
    private final int rules;

    /**
     * @param history what was closed before
     * @param rules by which this close-down is folded
     */
    public DayRepeats(LocalDate day, StoreHistory history, int rules) {
        this.day = day;
        this.history = history;
        this.rules = rules;
    }

    /**
     * A journal as this close-down knows it.
     *
     * @param first sequence of its first entry of the day; beyond {@code last} where it has none
     * @param last of its last one
     * @param end where it ends here
     * @param begunBy by which it goes on from another one
     */
    public record Part(
            JournalId journal,
            long first,
            long last,
            long end,
            Optional<EpochGrant> begunBy,
            Entries entries) {
        private boolean isOfDevice(Part other) {
            return journal.node().equals(other.journal.node()) && !journal.equals(other.journal);
        }

        private boolean isBefore(Part other) {
            return journal.epoch() < other.journal.epoch();
        }

        /** What the disk had that began this one: it answers such a question as it did before. */
        private long knows(Part other) {
            return begunBy.filter(grant -> grant.continued().equals(other.journal))
                    .map(grant -> grant.shared().sequence())
                    .orElse(0L);
        }

        private void show(long from, long to, EntryVisitor visitor) {
            if (from <= to) entries.replay(from, to, visitor);
        }
    }

    /** A journal's entries. */
    @FunctionalInterface
    public interface Entries {
        /** Shows them from one sequence to another. */
        void replay(long from, long to, EntryVisitor visitor);
    }

    /**
     * @param parts of all journals that have begun
     */
    public Map<JournalId, Repeats> of(List<Part> parts) {
        return parts.stream()
                .collect(Collectors.toUnmodifiableMap(Part::journal, own -> repeats(own, parts)));
    }

    /** Only what no close-down has taken in can be left out any more. */
    private Repeats repeats(Part own, List<Part> parts) {
        long fresh = Math.max(own.first(), history.takenUpTo(day, own.journal()) + 1);
        List<Part> others = parts.stream().filter(own::isOfDevice).toList();
        if (fresh > own.last() || others.isEmpty()) return Repeats.NONE;
        RepeatsFold fold = new RepeatsFold();
        own.show(fresh, own.last(), fold.ofBranch());
        for (Part other : others) {
            if (other.isBefore(own)) other.show(other.first(), other.last(), fold.ofEarlier());
            if (rules >= RULES_EITHER_WAY) showTaken(own, other, fold.ofEarlier());
        }
        return fold.repeats();
    }

    private void showTaken(Part own, Part other, EntryVisitor visitor) {
        Map<LocalDate, Long> taken = history.takenByDay(other.journal());
        long last = taken.values().stream().mapToLong(each -> each).max().orElse(0);
        other.show(own.knows(other) + 1, Math.min(last, other.end()), new Taken(taken, visitor));
    }

    /** Passes on what close-downs have taken in. */
    private record Taken(Map<LocalDate, Long> upTo, EntryVisitor next) implements EntryVisitor {
        @Override
        public void entry(long sequence, Hash hash, EntryBytes entry) {
            if (isTaken(sequence, entry)) next.entry(sequence, hash, entry);
        }

        @Override
        public void pruned(PrunedEntry left) {
            if (isTaken(left.sequence(), left.header())) next.pruned(left);
        }

        private boolean isTaken(long sequence, EntryBytes entry) {
            try {
                return isTaken(sequence, EntryCodec.header(entry));
            } catch (Malformed ofNoDay) {
                return false;
            }
        }

        private boolean isTaken(long sequence, EntryHeader header) {
            return sequence <= upTo.getOrDefault(header.businessDay(), 0L);
        }
    }
}
