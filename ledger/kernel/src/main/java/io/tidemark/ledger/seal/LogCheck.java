package io.tidemark.ledger.seal;

import io.tidemark.ledger.LogHead;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.merkle.RunningTree;
import java.util.Optional;

/**
 * Holds the heads of a store's log against its close-downs, as both come. A head that agrees shows
 * at once that the log only grew: what was added to is what was there. Not safe for use by several
 * threads.
 */
public final class LogCheck {
    private final RunningTree tree = new RunningTree();
    private long signed;

    /** The next close-down that counts. */
    public void closed(DayLeaf day) {
        tree.add(day.toBytes());
    }

    public long size() {
        return tree.size();
    }

    /** How many of them a head that agreed was about. */
    public long signed() {
        return signed;
    }

    /** What is wrong with the head that came next, for people. */
    public Optional<String> signed(LogHead head, Verifier gateway) {
        if (!head.isBy(gateway))
            return Optional.of(
                    "the head of its log of "
                            + head.size()
                            + " is not signed with the gateway's key");
        if (head.size() != tree.size())
            return Optional.of(
                    "its log is signed as having "
                            + head.size()
                            + " close-downs and supplements, where "
                            + tree.size()
                            + " are here");
        if (!head.root().equals(tree.root()))
            return Optional.of(
                    "its log of "
                            + head.size()
                            + " is signed with root "
                            + head.root().short6()
                            + ", and the close-downs that are here give "
                            + tree.root().short6()
                            + ": it did not only grow");
        signed = head.size();
        return Optional.empty();
    }
}
