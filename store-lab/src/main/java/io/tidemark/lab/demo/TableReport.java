package io.tidemark.lab.demo;

import io.tidemark.lab.retail.MinorUnits;
import io.tidemark.lab.retail.SourceTotals;
import io.tidemark.lab.shop.ClosedDay;
import io.tidemark.lab.shop.Figures;
import io.tidemark.lab.shop.StoreOutcome;
import java.util.ArrayList;
import java.util.List;

/**
 * The outcome for people: a table per store with a row for each tier, and what was done to it
 * meanwhile.
 */
final class TableReport {
    private static final String ROW = "  %-12s %12s %9s %18s  %s";

    private TableReport() {}

    static List<String> of(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        for (StoreOutcome store : outcome.stores()) table(store, outcome, lines);
        if (!outcome.faults().isEmpty()) lines.add("\nFaults, and what shows that they bit");
        for (Fault fault : outcome.faults()) {
            lines.add("  " + fault.fault());
            lines.add("      " + fault.evidence());
        }
        lines.add("");
        lines.add(
                "Entries   recorded "
                        + outcome.recorded()
                        + ", acknowledged "
                        + outcome.acknowledged()
                        + ", lost "
                        + outcome.lost()
                        + ", duplicated "
                        + outcome.duplicated());
        for (StoreOutcome store : outcome.stores())
            for (String difference : store.differences()) lines.add("  DIFFERS: " + difference);
        lines.add(
                outcome.agrees()
                        ? "Every tier agrees with the source."
                        : "THE TIERS DO NOT AGREE.");
        lines.add("Took " + outcome.elapsed().toMillis() / 1000 + " s");
        return lines;
    }

    private static void table(StoreOutcome store, Outcome outcome, List<String> lines) {
        MinorUnits money = outcome.money();
        SourceTotals source = store.source();
        lines.add("");
        lines.add(store.store() + ", " + outcome.day());
        lines.add(ROW.formatted("", "transactions", "lines", "gross " + money.currency(), ""));
        var expected = new Figures(source.transactions(), source.lines(), source.grossMinor());
        String besides = source.stockRows() + " stock rows, " + source.refusedRows() + " refused";
        lines.add(row("source", expected, expected, money, besides));
        lines.add(row("tills", store.edge(), expected, money, ""));
        lines.add(row("gateway", store.gateway(), expected, money, ""));
        lines.add(
                row("store Z", store.closeDown().figures(), expected, money, z(store.closeDown())));
        lines.add(
                row(
                        "head office",
                        store.headOffice().figures(),
                        expected,
                        money,
                        z(store.headOffice())));
    }

    private static String z(ClosedDay day) {
        return "Z " + day.zNumber() + ", " + day.status();
    }

    private static String row(
            String tier, Figures is, Figures expected, MinorUnits money, String besides) {
        String mark = is.equals(expected) ? "✓" : "✗";
        return ROW.formatted(
                        tier,
                        is.transactions(),
                        is.lines(),
                        money.format(is.grossMinor()),
                        mark + " " + besides)
                .stripTrailing();
    }
}
