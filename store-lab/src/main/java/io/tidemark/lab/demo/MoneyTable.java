package io.tidemark.lab.demo;

import io.tidemark.lab.retail.MinorUnits;
import io.tidemark.lab.shop.MoneyFigures;
import io.tidemark.lab.shop.StoreOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a store's day came to beyond goods, for people: a line for each kind of line, tender and
 * currency, ticked where devices, store Z and head office say the same.
 */
final class MoneyTable {
    private static final Set<String> TIMES = Set.of("lines", "count", "times", "uncounted");

    private final MinorUnits own;

    MoneyTable(MinorUnits own) {
        this.own = own;
    }

    List<String> of(StoreOutcome store) {
        List<String> lines = new ArrayList<>();
        table(
                "money",
                store.money().told(),
                List.of(
                        store.money().devices(),
                        store.closeDown().money(),
                        store.headOffice().money()),
                lines);
        table(
                "currencies held",
                store.money().positions(),
                List.of(store.closeDown().positions(), store.headOffice().positions()),
                lines);
        return lines;
    }

    private void table(
            String title, MoneyFigures told, List<MoneyFigures> tiers, List<String> lines) {
        SortedSet<String> rows = new TreeSet<>(told.rows().keySet());
        tiers.forEach(tier -> rows.addAll(tier.rows().keySet()));
        if (rows.isEmpty()) return;
        lines.add("  " + title);
        for (String row : rows) {
            SortedMap<String, Long> should = amounts(told, row);
            boolean same = tiers.stream().allMatch(tier -> should.equals(amounts(tier, row)));
            lines.add(
                    "  %-24s %s  %s"
                            .formatted(
                                    row.toLowerCase(Locale.ROOT).replace('_', ' '),
                                    same ? "✓" : "✗",
                                    says(row, should)));
        }
    }

    private static SortedMap<String, Long> amounts(MoneyFigures figures, String row) {
        return figures.rows().getOrDefault(row, Collections.emptySortedMap());
    }

    private String says(String row, Map<String, Long> amounts) {
        return amounts.entrySet().stream()
                .map(one -> words(one.getKey()) + " " + amount(row, one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** A row that names a currency has what is bought, sold and held in it; the rest is own. */
    private String amount(String row, String name, long minor) {
        if (TIMES.contains(name)) return String.valueOf(minor);
        boolean isDrawer = Character.isUpperCase(row.charAt(0));
        boolean isForeign = isDrawer || Set.of("bought", "sold", "amount").contains(name);
        String currency = row.substring(row.lastIndexOf(' ') + 1);
        return isForeign ? MinorUnits.of(currency).format(minor) : own.format(minor);
    }

    /** As people write it: {@code paidIn} is paid in. */
    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
