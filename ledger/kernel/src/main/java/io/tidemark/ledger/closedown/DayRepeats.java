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
 * was taken in by a close-down before, as said below           this one
 * is of an earlier epoch, and comes with this very close-down  this one
 * is of a later epoch, and comes with this very close-down     that one
 * is in no close-down yet                                      that one, when it comes
 * </pre>
 *
 * Of what tells one thing, then, exactly one counts, in whatever order it comes. What was taken in
 * is said by signed close-downs, so that who folds one again finds the same. An entry is held
 * against all of these that the disk did not have any more with which its journal was begun: else
 * its till would have answered as before. Of those that a grant says it had, only against such as
 * are not older than {@link #ASKED_AGAIN_DAYS} days, since a blank disk may go on by the same
 * grant. So a close-down costs no more the longer a device has been there.
 */
public final class DayRepeats {
    /** Before, an earlier epoch's entries counted whatever a later one had told. */
    private static final int RULES_EITHER_WAY = 3;

    /** For so many days a question without an answer may be asked again: a long month. */
    static final int ASKED_AGAIN_DAYS = 31;

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
            if (rules >= RULES_EITHER_WAY)
                showTaken(other, known(own, other, parts), fold.ofEarlier());
        }
        return fold.repeats();
    }

    private void showTaken(Part other, long known, EntryVisitor visitor) {
        LocalDate askedAgain = day.minusDays(ASKED_AGAIN_DAYS);
        for (StoreHistory.Taken taken : history.taken(other.journal(), LocalDate.MIN)) {
            long from = taken.day().isBefore(askedAgain) ? known + 1 : 1;
            other.show(
                    Math.max(taken.first(), from),
                    Math.min(taken.last(), other.end()),
                    new OfDay(taken.day(), visitor));
        }
    }

    /** Up to which entry of another epoch the disk had it with which this one was begun. */
    private static long known(Part own, Part other, List<Part> parts) {
        return own.begunBy().map(grant -> known(grant, other, parts)).orElse(0L);
    }

    private static long known(EpochGrant begun, Part other, List<Part> parts) {
        long shared = begun.shared().sequence();
        if (begun.continued().equals(other.journal())) return shared;
        if (shared == 0) return 0;
        return parts.stream()
                .filter(part -> part.journal().equals(begun.continued()))
                .findFirst()
                .map(before -> known(before, other, parts))
                .orElse(0L);
    }

    /** Passes on the entries of one day. */
    private record OfDay(LocalDate day, EntryVisitor next) implements EntryVisitor {
        @Override
        public void entry(long sequence, Hash hash, EntryBytes entry) {
            if (isOfDay(entry)) next.entry(sequence, hash, entry);
        }

        @Override
        public void pruned(PrunedEntry left) {
            if (isOfDay(left.header())) next.pruned(left);
        }

        private boolean isOfDay(EntryBytes entry) {
            try {
                return isOfDay(EntryCodec.header(entry));
            } catch (Malformed ofNoDay) {
                return false;
            }
        }

        private boolean isOfDay(EntryHeader header) {
            return header.businessDay().equals(day);
        }
    }
}
