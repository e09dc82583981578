package io.tidemark.ledger.exchange;

import io.tidemark.ledger.event.CurrencyExchanged;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What customers who were named exchanged on each business day, in minor units of the store's
 * currency: several small exchanges of one customer count as one when it comes to papers. Bought
 * and sold add up; what was taken back does not count. Not safe for use by several threads.
 */
public final class LinkedExchanges {
    private final Map<String, NavigableMap<LocalDate, Long>> customers = new HashMap<>();

    /** An exchange without a customer's reference is linked to nothing. */
    public void add(LocalDate day, CurrencyExchanged exchange) {
        String reference = exchange.customer().reference();
        if (reference.isEmpty()) return;
        long size = exchange.size().minor();
        customers
                .computeIfAbsent(key(reference), _ -> new TreeMap<>())
                .merge(day, exchange.undone() == null ? size : -size, Math::addExact);
    }

    /**
     * @param days up to this one, which is one of them
     */
    public long minorWithin(String reference, LocalDate day, int days) {
        NavigableMap<LocalDate, Long> known = customers.get(key(reference));
        if (known == null) return 0;
        long sum = 0;
        for (long size : known.tailMap(day.minusDays(days - 1L)).values())
            sum = Math.addExact(sum, size);
        return sum;
    }

    /** Days before this one are asked about no more. */
    public void forgetBefore(LocalDate day) {
        customers.values().forEach(known -> known.headMap(day).clear());
        customers.values().removeIf(Map::isEmpty);
    }

    /** However it was typed. */
    private static String key(String reference) {
        return reference.strip().toUpperCase(Locale.ROOT);
    }
}
