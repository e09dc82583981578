package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.BasketLine;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.RetailTransaction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one cashier was told of goods that came back, and of receipts that were undone. */
final class GoodsBack {
    private final Map<OriginalLine, Long> returned = new HashMap<>();
    private final Set<OriginalReceipt> undone = new HashSet<>();

    void forget() {
        returned.clear();
        undone.clear();
    }

    /** Thousandths. */
    long returned(OriginalLine line) {
        return returned.getOrDefault(line.key(), 0L);
    }

    /** What came back with it. */
    void told(RetailTransaction given) {
        if (given instanceof PostVoided undoing) undone.add(undoing.original());
        List<Line> lines = given.lines();
        for (int i = 0; i < lines.size(); i++) {
            long back = -lines.get(i).quantity().thousandths();
            @Nullable OriginalLine original = lines.get(i).original();
            if (original != null) returned.merge(original.key(), back, Math::addExact);
            if (given instanceof PostVoided undoing && back > 0)
                returned.merge(lineOf(undoing.original(), i + 1), back, Math::addExact);
        }
    }

    private static OriginalLine lineOf(OriginalReceipt receipt, int line) {
        return new OriginalLine(
                receipt.store(), receipt.workstation(), receipt.day(), receipt.receipt(), line);
    }

    /** Whether more would come back than was sold. */
    boolean exceeds(Notebook.Receipt about, Ask.TakeBack asked) {
        for (BasketLine line : asked.basket().lines()) {
            @Nullable OriginalLine original = line.original();
            if (original == null) continue;
            long sold = about.given().lines().get(original.line() - 1).quantity().thousandths();
            if (returned(original) - line.quantity().thousandths() > sold) return true;
        }
        return false;
    }

    /** Whether it was undone, or any of it came back. */
    boolean anyOf(Notebook.Receipt receipt) {
        if (undone.contains(receipt.id())) return true;
        for (int line = 1; line <= receipt.given().lines().size(); line++)
            if (returned(receipt.line(line)) != 0) return true;
        return false;
    }
}
