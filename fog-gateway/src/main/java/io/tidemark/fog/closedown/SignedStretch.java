package io.tidemark.fog.closedown;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.journal.JournalSight;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Entries one after the other, which the head behind them has to prove to be the device's. */
final class SignedStretch implements JournalSight {
    private final long from;
    private final ShownUpTo visitor;
    private final Runnable onRead;
    private long next;
    private @Nullable SignedHead signed;

    /**
     * @param from the first of them
     * @param onRead told of each
     */
    SignedStretch(long from, ShownUpTo visitor, Runnable onRead) {
        this.from = from;
        this.visitor = visitor;
        this.onRead = onRead;
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
            throw new BytesOnDisk.NotAsSigned(
                    "entry " + sequence + " stands where " + next + " should");
        next++;
        onRead.run();
    }

    /**
     * All that was to be shown was, and is below a head that the device signed.
     *
     * @throws BytesOnDisk.NotAsSigned if not
     */
    void requireSigned(JournalId journal, Function<NodeName, Verifier> devices) {
        long wanted = visitor.end();
        if (next == from && wanted < from) return;
        long end = Math.max(wanted, next - 1);
        if (next <= end)
            throw new BytesOnDisk.NotAsSigned(
                    "journal "
                            + journal.label()
                            + " ends before entry "
                            + next
                            + " in its files, and "
                            + end
                            + " were taken in");
        SignedHead head = signed;
        if (head == null || head.sequence() < end)
            throw new BytesOnDisk.NotAsSigned(
                    "no signed head of journal " + journal.label() + " covers entry " + end);
        if (!head.isBy(devices.apply(journal.node())))
            throw new BytesOnDisk.NotAsSigned(
                    "the head at entry "
                            + head.sequence()
                            + " of journal "
                            + journal.label()
                            + " is not signed with its device's key");
    }
}
