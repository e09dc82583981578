package io.tidemark.lab.simulate;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.Entry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One journal as its origin wrote it: more than one branch if an old disk was put back and it went
 * on from there.
 */
final class History {
    private final JournalId journal;
    private final List<List<Written>> branches = new ArrayList<>();
    private final Branches taken = new Branches();
    private List<Written> current = new ArrayList<>();

    /**
     * An entry when it was appended.
     *
     * @param posting what it adds by itself
     * @param sums of what was posted up to and with this one
     */
    record Written(
            Hash hash,
            EntryBytes bytes,
            @Nullable CommandId command,
            Posting posting,
            Posting sums) {
        boolean is(Found found) {
            return found.is(hash, bytes);
        }
    }

    History(JournalId journal) {
        this.journal = journal;
        branches.add(current);
    }

    long size() {
        return current.size();
    }

    List<List<Written>> branches() {
        return branches;
    }

    Written append(Head head, EntryBytes bytes, Entry entry) {
        if (head.sequence() != size() + 1)
            throw new IllegalStateException(
                    "entry " + head.sequence() + " of " + journal + " after " + size());
        Posting before = current.isEmpty() ? Posting.NOTHING : current.getLast().sums();
        taken.entry(journal, head.sequence(), entry.event());
        Posting posting =
                taken.isUnfiled(journal, head.sequence(), entry.event())
                        ? Posting.NOTHING
                        : Posting.of(entry.event());
        Written written =
                new Written(
                        head.hash(),
                        bytes,
                        entry.header().command(),
                        posting,
                        before.plus(posting));
        current.add(written);
        return written;
    }

    /** How many entries of this chain are the current branch's, to the byte. */
    long common(Replayed chain) {
        int common = 0;
        while (common < chain.entries().size()
                && common < current.size()
                && current.get(common).is(chain.entries().get(common))) common++;
        return common;
    }

    List<Written> after(long sequence) {
        return List.copyOf(current.subList((int) sequence, current.size()));
    }

    /** What was after it never came to be. */
    void cut(long sequence) {
        current.subList((int) sequence, current.size()).clear();
    }

    /** From here on another branch; what is after it stays as it was, on its own. */
    void branchOff(long sequence) {
        current = new ArrayList<>(current.subList(0, (int) sequence));
        branches.add(current);
    }

    boolean isCurrent(Head head) {
        return head.sequence() <= size()
                && current.get((int) head.sequence() - 1).hash().equals(head.hash());
    }

    boolean has(Head head) {
        return branchWith(head) != null;
    }

    /** The branch on which this hash stands at this sequence. */
    @Nullable List<Written> branchWith(Head head) {
        if (head.sequence() == 0) return current;
        for (List<Written> branch : branches)
            if (branch.size() >= head.sequence()
                    && branch.get((int) head.sequence() - 1).hash().equals(head.hash()))
                return branch;
        return null;
    }
}
