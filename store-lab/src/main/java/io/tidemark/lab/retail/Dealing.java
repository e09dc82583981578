package io.tidemark.lab.retail;

import java.util.ArrayList;
import java.util.List;

/**
 * Deals a day's invoices to stores, and within a store to tills, one each in turn, in file order.
 */
public final class Dealing {
    /**
     * What one store is dealt: its tills' transactions in file order, and the totals it must come
     * to.
     */
    public record StoreShare(
            List<List<Invoice>> tills, List<Row.Refused> refused, SourceTotals totals) {
        public StoreShare {
            tills = tills.stream().map(List::copyOf).toList();
            refused = List.copyOf(refused);
        }
    }

    private Dealing() {}

    /**
     * Every invoice takes its turn, also one of which nothing is left to record. Strays count at
     * the first store.
     */
    public static List<StoreShare> deal(TradingDay day, int stores, int tills) {
        List<StoreShare> shares = new ArrayList<>();
        for (int store = 0; store < stores; store++) {
            List<Row.Refused> strays = store == 0 ? day.strays() : List.of();
            shares.add(share(everyNth(day.invoices(), store, stores), strays, tills));
        }
        return List.copyOf(shares);
    }

    private static StoreShare share(List<Invoice> invoices, List<Row.Refused> strays, int tills) {
        List<List<Invoice>> dealt = new ArrayList<>();
        for (int till = 0; till < tills; till++)
            dealt.add(
                    everyNth(invoices, till, tills).stream()
                            .filter(Invoice::isTransaction)
                            .toList());
        return new StoreShare(dealt, refused(invoices, strays), SourceTotals.of(invoices, strays));
    }

    private static List<Row.Refused> refused(List<Invoice> invoices, List<Row.Refused> strays) {
        List<Row.Refused> refused = new ArrayList<>(strays);
        for (Invoice invoice : invoices)
            for (Row row : invoice.rows()) if (row instanceof Row.Refused one) refused.add(one);
        refused.sort((one, other) -> Long.compare(one.number(), other.number()));
        return refused;
    }

    private static List<Invoice> everyNth(List<Invoice> invoices, int first, int step) {
        List<Invoice> chosen = new ArrayList<>();
        for (int i = first; i < invoices.size(); i += step) chosen.add(invoices.get(i));
        return chosen;
    }
}
