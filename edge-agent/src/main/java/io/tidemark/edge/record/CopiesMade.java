package io.tidemark.edge.record;

import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.ReceiptCopied;
import io.tidemark.ledger.event.TillZCopied;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many copies were made of the receipts and till Zs that were copied last. A command brings
 * along what the tables knew of its receipt; this knows those that they had not come to by then.
 */
final class CopiesMade {
    /** Receipts remembered; the one copied longest ago is forgotten first. */
    static final int REMEMBERED_MAX = 1_000;

    private final Map<OriginalReceipt, Integer> copies = new LinkedHashMap<>(16, 0.75f, true);

    private final Map<Long, Integer> zCopies = new LinkedHashMap<>(16, 0.75f, true);

    void add(TillZCopied copied) {
        zCopies.merge(copied.zNumber(), copied.copy(), Math::max);
        if (zCopies.size() > REMEMBERED_MAX) zCopies.remove(zCopies.keySet().iterator().next());
    }

    /** The same, of a till Z. */
    int next(Command.PrintedZ z) {
        return 1 + Math.max(z.copies(), zCopies.getOrDefault(z.zNumber(), 0));
    }

    void add(ReceiptCopied copied) {
        copies.merge(copied.receipt(), copied.copy(), Math::max);
        if (copies.size() > REMEMBERED_MAX) copies.remove(copies.keySet().iterator().next());
    }

    /** The number of the next copy. */
    int next(Command.Printed printed) {
        return 1 + Math.max(printed.copies(), copies.getOrDefault(printed.receipt(), 0));
    }
}
