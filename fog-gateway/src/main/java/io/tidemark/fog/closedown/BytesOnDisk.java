package io.tidemark.fog.closedown;

import io.tidemark.fog.intake.DeviceDays;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.JournalSight;
import io.tidemark.ledger.journal.JournalView;
import io.tidemark.ledger.journal.Storage;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

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
     * @param onRead told of each entry, by any thread
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
        show(journal.id(), from, endOfSegment(view, to), new ShownUpTo.Until(to, visitor));
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
                    new ShownUpTo.OfDay(
                            journal.reach(day),
                            journal.id(),
                            day,
                            new ShownUpTo.Until(end, visitor)));
    }

    private void show(JournalId journal, long from, long to, ShownUpTo visitor) {
        SignedStretch stretch = new SignedStretch(from, visitor, onRead);
        view(journal).show(from, to, stretch);
        stretch.requireSigned(journal, devices);
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
}
