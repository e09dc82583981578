package io.tidemark.cloud.ledger;

import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a store has filed for a business day: the Z, then what came later.
 *
 * @param closeDowns ascending by supplement, never empty
 */
public record FiledDay(
        String store, LocalDate day, CurrencyCode currency, List<FiledCloseDown> closeDowns) {
    public FiledDay {
        closeDowns = List.copyOf(closeDowns);
        if (closeDowns.isEmpty())
            throw new IllegalArgumentException("a filed day has a close-down");
    }

    public long zNumber() {
        return closeDowns.getFirst().zNumber();
    }

    public int supplements() {
        return closeDowns.size() - 1;
    }

    /** Whether nothing was outstanding any more when the last of them was made. */
    public boolean isComplete() {
        return closeDowns.getLast().complete();
    }

    /** The Z and all supplements together. */
    public Sums sums() {
        return closeDowns.stream()
                .map(FiledCloseDown::sums)
                .reduce(Sums.none(currency), Sums::plus);
    }

    /** Per currency, ordered by its code. */
    public List<Money> overShort() {
        Map<String, Money> sums = new TreeMap<>();
        for (FiledCloseDown closeDown : closeDowns)
            for (Money amount : closeDown.overShort())
                sums.merge(amount.currency().code(), amount, Money::plus);
        return List.copyOf(sums.values());
    }
}
