package io.tidemark.ledger.seal;

import io.tidemark.ledger.LogHead;
import io.tidemark.ledger.merkle.RunningTree;
import java.util.Optional;

/**
 * Holds the heads of a store's log against its close-downs, as both come. A head that agrees shows
 * at once that the log only grew: what was added to is what was there. Who signed it is for the
 * caller to check. Not safe for use by several threads.
 */
final class LogCheck {
    private final RunningTree tree = new RunningTree();

    /** The next close-down that counts. */
    void closed(DayLeaf day) {
        tree.add(day.toBytes());
    }

    long size() {
        return tree.size();
    }

    /** What is wrong with the head that came next, for people. */
    Optional<String> fault(LogHead head) {
        if (head.size() != tree.size())
            return Optional.of(
                    "the log is signed as having "
                            + head.size()
                            + " close-downs and supplements, where "
                            + tree.size()
                            + " are here");
        if (head.root().equals(tree.root())) return Optional.empty();
        return Optional.of(
                "the log of "
                        + head.size()
                        + " is signed with root "
                        + head.root().short6()
                        + ", and the close-downs that are here give "
                        + tree.root().short6()
                        + ": it did not only grow");
    }
}
