package io.tidemark.fog.closedown;

import io.tidemark.fog.intake.DeviceDays;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.JournalSight;
import io.tidemark.ledger.journal.JournalView;
import io.tidemark.ledger.journal.Storage;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Entries read again from the journals' files beside the running gateway: each frame is decrypted
 * and authenticated, the chain followed, and the signed head that it leads to checked with the
 * device's key. Which segments there are, where the journal ends and what it goes on from is read
 * from the files, too. Where a day stands in it is known from memory, and held against every entry
 * from the day's first segment on.
 */
public final class BytesOnDisk implements EntrySource {
    private final JournalKey key;
    private final Function<JournalId, Storage> files;
    private final Function<NodeName, Verifier> devices;
    private final boolean partsAlone;
    private final Runnable onRead;

    /**
     * @param partsAlone whether a day is read no further than it was taken in: what was sent long
     *     ago would have all that came since read again with each day
     * @param onRead told after each entry, by any thread
     */
    BytesOnDisk(Files files, boolean partsAlone, Runnable onRead) {
        this.partsAlone = partsAlone;
        this.key = files.key();
        this.files = files.storage();
        this.devices = files.devices();
        this.onRead = onRead;
    }

    /**
     * @param storage where a journal's files are, to be read
     * @param devices who signs a device's heads
     */
    public record Files(
            JournalKey key,
            Function<JournalId, Storage> storage,
            Function<NodeName, Verifier> devices) {}

    /** What the files hold is not what the device signed, or not all that was taken in. */
    static final class NotAsSigned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAsSigned(String message) {
            super(message);
        }
    }

    /**
     * @throws io.tidemark.ledger.journal.JournalDamaged naming the first entry that is not as it
     *     was written
     * @throws NotAsSigned if the chain does not lead to a head that the device signed
     */
    @Override
    public void show(DeviceDays journal, long from, long to, EntryVisitor visitor) {
        if (from > to) return;
        JournalView view = view(journal.id());
        show(journal.id(), from, endOfSegment(view, to), new Until(to, visitor));
    }

    /** There is a signed head at the latest where its segment ends. */
    private static long endOfSegment(JournalView view, long sequence) {
        return view.parts().stream()
                .mapToLong(part -> part.first() - 1)
                .filter(last -> last >= sequence)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /**
     * Reads on to the journal's end, where that is wanted: an entry of the day that nobody knew of
     * when it was closed is found there, and so is one before the first that was known, since no
     * entry of a day stands in a segment of an earlier one.
     *
     * @throws NotAsSigned as {@link #show}, or if there is such an entry
     */
    @Override
    public void showDay(DeviceDays journal, LocalDate day, long end, EntryVisitor visitor) {
        JournalView view = view(journal.id());
        OptionalLong begin =
                view.parts().stream()
                        .filter(part -> !part.day().isBefore(day))
                        .mapToLong(JournalView.Part::first)
                        .findFirst();
        long to = partsAlone ? endOfSegment(view, end) : Long.MAX_VALUE;
        boolean isAny = begin.isPresent() && (!partsAlone || begin.getAsLong() <= end);
        if (isAny)
            show(
                    journal.id(),
                    begin.getAsLong(),
                    to,
                    new OfDay(journal.reach(day), journal.id(), day, new Until(end, visitor)));
    }

    private void show(JournalId journal, long from, long to, Shown visitor) {
        Checked checked = new Checked(from, visitor);
        view(journal).show(from, to, checked);
        checked.require(journal, visitor.end());
    }

    @Override
    public long received(DeviceDays journal) {
        return view(journal.id()).last();
    }

    @Override
    public Optional<JournalContinued> continues(DeviceDays journal) {
        First first = new First();
        if (received(journal) > 0) view(journal.id()).show(1, 1, first);
        return first.continued;
    }

    private static final class First implements JournalSight {
        private Optional<JournalContinued> continued = Optional.empty();

        @Override
        public void entry(long sequence, Hash hash, EntryBytes entry) {
            continued = DeviceDays.continuing(entry);
        }
    }

    private JournalView view(JournalId journal) {
        return new JournalView(journal, files.apply(journal), key);
    }

    /** What is shown, with the last entry that has to be there. */
    private interface Shown extends EntryVisitor {
        long end();
    }

    /** Leaves out what follows: it is read for the signed head behind it. */
    private record Until(long end, EntryVisitor visitor) implements Shown {
        @Override
        public void entry(long sequence, Hash hash, EntryBytes entry) {
            if (sequence <= end) visitor.entry(sequence, hash, entry);
        }

        @Override
        public void pruned(PrunedEntry left) {
            if (left.sequence() <= end) visitor.pruned(left);
        }
    }

    /**
     * Requires that each entry of the day is one that the gateway knew to be of it.
     *
     * @param known what it knew before the files were read: of what has come to the disk since, or
     *     is there and not known yet, it says nothing
     */
    private record OfDay(DeviceJournal.Reach known, JournalId journal, LocalDate day, Shown next)
            implements Shown {
        @Override
        public long end() {
            return next.end();
        }

        @Override
        public void entry(long sequence, Hash hash, EntryBytes entry) {
            requireKnown(sequence, entry);
            next.entry(sequence, hash, entry);
        }

        @Override
        public void pruned(PrunedEntry left) {
            if (left.header().businessDay().equals(day)) requireKnown(left.sequence());
            next.pruned(left);
        }

        private void requireKnown(long sequence, EntryBytes entry) {
            try {
                if (EntryCodec.header(entry).businessDay().equals(day)) requireKnown(sequence);
            } catch (Malformed ofNoDay) {
                return; // No close-down takes it in.
            }
        }

        private void requireKnown(long sequence) {
            boolean isKnown =
                    sequence > known.end()
                            || known.span()
                                    .filter(span ->
                                            span.first() <= sequence && sequence <= span.last())
                                    .isPresent();
            if (!isKnown)
                throw new NotAsSigned(
                        "entry "
                                + sequence
                                + " of journal "
                                + journal.label()
                                + " is of "
                                + day
                                + ", which nobody knew when it was closed");
        }
    }

    private final class Checked implements JournalSight {
        private final long from;
        private final EntryVisitor visitor;
        private long next;
        private @Nullable SignedHead signed;

        Checked(long from, EntryVisitor visitor) {
            this.from = from;
            this.visitor = visitor;
            this.next = from;
        }

        @Override
        public void entry(long sequence, Hash hash, EntryBytes entry) {
            step(sequence);
            visitor.entry(sequence, hash, entry);
        }

        @Override
        public void pruned(PrunedEntry left) {
            step(left.sequence());
            visitor.pruned(left);
        }

        @Override
        public void signed(SignedHead head) {
            signed = head;
        }

        private void step(long sequence) {
            if (sequence != next)
                throw new NotAsSigned("entry " + sequence + " stands where " + next + " should");
            next++;
            onRead.run();
        }

        /** All that was to be shown was, and is below a head that the device signed. */
        void require(JournalId journal, long wanted) {
            if (next == from && wanted < from) return;
            long end = Math.max(wanted, next - 1);
            if (next <= end)
                throw new NotAsSigned(
                        "journal "
                                + journal.label()
                                + " ends before entry "
                                + next
                                + " in its files, and "
                                + end
                                + " were taken in");
            SignedHead head = signed;
            if (head == null || head.sequence() < end)
                throw new NotAsSigned(
                        "no signed head of journal " + journal.label() + " covers entry " + end);
            if (!head.isBy(devices.apply(journal.node())))
                throw new NotAsSigned(
                        "the head at entry "
                                + head.sequence()
                                + " of journal "
                                + journal.label()
                                + " is not signed with its device's key");
        }
    }
}
