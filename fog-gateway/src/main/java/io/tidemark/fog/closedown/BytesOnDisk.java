package io.tidemark.fog.closedown;

import io.tidemark.fog.intake.DeviceDays;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.JournalSight;
import io.tidemark.ledger.journal.JournalView;
import io.tidemark.ledger.journal.SegmentInfo;
import io.tidemark.ledger.journal.Storage;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Entries read again from the journals' files beside the running gateway, with nothing taken over
 * from its memory: each frame is decrypted and authenticated, the chain followed, and the signed
 * head that it leads to checked with the device's key.
 */
public final class BytesOnDisk implements EntrySource {
    private final JournalKey key;
    private final Function<JournalId, Storage> files;
    private final Function<NodeName, Verifier> devices;
    private final LongConsumer progress;

    /**
     * @param progress told of each entry, by how many were read of this journal
     */
    BytesOnDisk(Files files, LongConsumer progress) {
        this.key = files.key();
        this.files = files.storage();
        this.devices = files.devices();
        this.progress = progress;
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
        JournalId id = journal.id();
        Checked checked = new Checked(from, to, visitor);
        new JournalView(id, files.apply(id), key).show(from, endOfSegment(journal, to), checked);
        checked.require(id, devices.apply(id.node()));
    }

    /** There is a signed head at the latest where its segment ends. */
    private static long endOfSegment(DeviceDays journal, long sequence) {
        return journal.journal().segments().stream()
                .mapToLong(SegmentInfo::last)
                .filter(last -> last >= sequence)
                .min()
                .orElse(sequence);
    }

    private final class Checked implements JournalSight {
        private final long to;
        private final EntryVisitor visitor;
        private long next;
        private @Nullable SignedHead signed;

        Checked(long from, long to, EntryVisitor visitor) {
            this.to = to;
            this.visitor = visitor;
            this.next = from;
        }

        @Override
        public void entry(long sequence, Hash hash, EntryBytes entry) {
            step(sequence);
            if (sequence <= to) visitor.entry(sequence, hash, entry);
        }

        @Override
        public void pruned(PrunedEntry left) {
            step(left.sequence());
            if (left.sequence() <= to) visitor.pruned(left);
        }

        @Override
        public void signed(SignedHead head) {
            signed = head;
        }

        private void step(long sequence) {
            if (sequence != next)
                throw new NotAsSigned("entry " + sequence + " stands where " + next + " should");
            next++;
            progress.accept(1);
        }

        void require(JournalId journal, Verifier device) {
            if (next <= to)
                throw new NotAsSigned(
                        "journal "
                                + journal.label()
                                + " ends before entry "
                                + next
                                + " in its files, and "
                                + to
                                + " were taken in");
            SignedHead head = signed;
            if (head == null || head.sequence() < to)
                throw new NotAsSigned(
                        "no signed head of journal " + journal.label() + " covers entry " + to);
            if (!head.isBy(device))
                throw new NotAsSigned(
                        "the head at entry "
                                + head.sequence()
                                + " of journal "
                                + journal.label()
                                + " is not signed with its device's key");
        }
    }
}
