package io.tidemark.node.home;

import io.tidemark.ledger.journal.SegmentInfo;
import java.util.List;

/** What a check says of the part of a journal whose receipts were pruned. */
public final class PrunedPart {
    private PrunedPart() {}

    /** Nothing where all of it is whole. */
    public static String of(List<SegmentInfo> segments) {
        List<SegmentInfo> pruned = segments.stream().filter(SegmentInfo::pruned).toList();
        if (pruned.isEmpty()) return "";
        return "; receipts up to entry "
                + pruned.getLast().last()
                + " ("
                + pruned.getLast().day()
                + ") are pruned: their hashes and signed heads were checked, their contents are in head"
                + " office's archive";
    }
}
