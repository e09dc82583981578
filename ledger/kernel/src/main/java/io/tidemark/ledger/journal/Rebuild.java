package io.tidemark.ledger.journal;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.journal.ForcedCell.Forced;
import io.tidemark.ledger.journal.JournalCopy.LeftOut;
import io.tidemark.ledger.journal.JournalCopy.Rebuilt;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Builds a journal anew: entry by entry from what is still readable, else from a copy. The chain
 * decides whether they fit together, and only heads that the origin signed are kept. What a node
 * recorded last may stand without one: the node signs when it starts. It goes on behind what the
 * fresh journal has already.
 */
final class Rebuild {
    private final Journal fresh;
    private final Salvage salvage;
    private final @Nullable Forced told;
    private final Feed kept;
    private final Feed copied;
    private long entriesKept;
    private long entriesCopied;

    Rebuild(Journal fresh, Salvage salvage, FrameSource copy) throws IOException {
        this.fresh = fresh;
        this.salvage = salvage;
        this.told = salvage.told();
        this.kept = new Feed(salvage);
        this.copied = new Feed(copy);
    }

    /**
     * @throws RestoreRefused if what is missing is not only at the end of the last write
     */
    Rebuilt run() throws IOException {
        long next = fresh.head().sequence() + 1;
        while (take(next)) next++;
        if (kept.hasMore() || copied.hasMore())
            throw refused(
                    "the copy does not have entry "
                            + next
                            + ", which is "
                            + (isPruned(next)
                                    ? RestoreRefused.fromArchive(fresh.id())
                                    : "damaged or missing"));
        keepUnsigned();
        long last = fresh.forced().sequence();
        if (last < (told == null ? next - 1 : told.sequence()))
            throw refused(
                    "the copy does not have the signed head after entry "
                            + (last + 1)
                            + ", or what follows it; fetch a longer one");
        return new Rebuilt(fresh.forced(), entriesKept, entriesCopied, leftOut(last));
    }

    /** Whether it lies in a stub, which what is read behind it tells: nothing is built any more. */
    private boolean isPruned(long sequence) throws IOException {
        Frame read = salvage.next();
        while (read != null) read = salvage.next();
        return salvage.isPruned(sequence);
    }

    /** Without the note, only a copy that goes further tells that nothing was cut off clean. */
    private LeftOut leftOut(long last) {
        long written = salvage.lastWritten();
        boolean isEndUnknown = salvage.isEndUnknown() || (told == null && last <= written);
        return new LeftOut(Math.max(0, written - last), isEndUnknown, salvage.isTorn());
    }

    /**
     * What stands behind the last signed head; all of it is from here, for a copy ends with one.
     */
    private void keepUnsigned() {
        long all = fresh.head().sequence();
        for (long end = fresh.forced().sequence() + 1; end < all; end++)
            if (salvage.isEndOfSegment(end))
                throw refused(
                        "the copy does not have the signed head after entry "
                                + end
                                + ", with which a segment ends; fetch a longer one");
        fresh.forceUnsigned(all);
        entriesKept -= all - fresh.forced().sequence();
    }

    /**
     * Takes one entry, and the signed head after it if there is one; false if neither source has
     * the entry.
     */
    private boolean take(long sequence) throws IOException {
        EntryBytes mine = kept.entryAt(sequence);
        EntryBytes theirs = copied.entryAt(sequence);
        if (mine != null && theirs != null && !mine.equals(theirs))
            throw refused(
                    "entry " + sequence + " here and in the copy differ: the journal was forked");
        EntryBytes entry = mine != null ? mine : theirs;
        if (entry == null) return false;
        if (mine != null) entriesKept++;
        else entriesCopied++;
        fresh.append(entry);
        head(sequence, kept.headAt(sequence), copied.headAt(sequence));
        return true;
    }

    private void head(long sequence, @Nullable SignedHead mine, @Nullable SignedHead theirs) {
        SignedHead signed = mine != null ? mine : theirs != null ? theirs : toldAt(sequence);
        if (signed == null) return;
        try {
            fresh.force(signed);
        } catch (IllegalArgumentException e) {
            throw new RestoreRefused(
                    fresh.id(),
                    "the entries do not lead to the signed head after entry " + sequence,
                    e);
        }
        if (salvage.isEndOfSegment(sequence)) fresh.closeSegment();
    }

    private @Nullable SignedHead toldAt(long sequence) {
        return told == null ? null : told.signedAt(sequence);
    }

    private RestoreRefused refused(String why) {
        return new RestoreRefused(fresh.id(), why);
    }
}
