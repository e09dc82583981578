package io.tidemark.ledger.closedown;

import io.tidemark.ledger.event.CashierTotal;
import io.tidemark.ledger.money.CurrencyCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Those operators who have a row of their own in a close-down: all, or where they are too many for
 * one entry those with the most receipts. The others stand in one row together, so that the rows
 * still add up to the day.
 */
final class CashiersTold {
    private static final Comparator<Map.Entry<String, CashierSum>> BUSIEST_FIRST =
            Comparator.comparingLong(
                            (Map.Entry<String, CashierSum> each) -> -each.getValue().transactions())
                    .thenComparing(Map.Entry::getKey);

    private final SortedMap<String, CashierSum> told = new TreeMap<>();

    CashiersTold(SortedMap<String, CashierSum> all, CurrencyCode currency) {
        List<Map.Entry<String, CashierSum>> worked =
                new ArrayList<>(
                        all.entrySet().stream()
                                .filter(each -> each.getValue().hasDoneAnything())
                                .toList());
        if (worked.size() > CashierTotal.TOLD_MAX) fold(worked, currency);
        else worked.forEach(each -> told.put(each.getKey(), each.getValue()));
    }

    private void fold(List<Map.Entry<String, CashierSum>> worked, CurrencyCode currency) {
        CashierSum others = new CashierSum(currency);
        worked.sort(BUSIEST_FIRST);
        for (Map.Entry<String, CashierSum> each : worked)
            if (told.size() < CashierTotal.TOLD_MAX - 1
                    && !each.getKey().equals(CashierTotal.OTHERS))
                told.put(each.getKey(), each.getValue());
            else others.add(each.getValue());
        told.put(CashierTotal.OTHERS, others);
    }

    /** Ascending by operator. */
    List<CashierTotal> rows() {
        return told.entrySet().stream().map(each -> each.getValue().total(each.getKey())).toList();
    }
}
