package io.tidemark.lab.demo;

import io.tidemark.lab.retail.MinorUnits;
import io.tidemark.lab.retail.SourceTotals;
import io.tidemark.lab.shop.ClosedDay;
import io.tidemark.lab.shop.Figures;
import io.tidemark.lab.shop.StockFigures;
import io.tidemark.lab.shop.StoreOutcome;
import java.util.ArrayList;
import java.util.List;

/**
 * The outcome for people: a table per store with a row for each tier, and what was done to it
 * meanwhile.
 */
final class TableReport {
    private static final String ROW = "  %-12s %12s %9s %18s %12s %12s  %s";

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
        lines.add(
                ROW.formatted(
                        "",
                        "transactions",
                        "lines",
                        "gross " + money.currency(),
                        "goods lines",
                        "goods net",
                        ""));
        var expected = new Figures(source.transactions(), source.lines(), source.grossMinor());
        String besides = source.stockRows() + " stock rows, " + source.refusedRows() + " refused";
        StoreOutcome.StockTiers stock = store.stock();
        Row should = new Row(expected, stock.told().movements(), stock.told().units());
        lines.add(should.says("source", should, money, besides));
        lines.add(row(store.edge(), stock.devices()).says("devices", should, money, ""));
        Row gateway =
                new Row(store.gateway(), stock.gateway().movements(), stock.gateway().units());
        lines.add(gateway.says("gateway", should, money, ""));
        lines.add(row(store.closeDown()).says("store Z", should, money, z(store.closeDown())));
        lines.add(
                row(store.headOffice()).says("head office", should, money, z(store.headOffice())));
    }

    private static Row row(ClosedDay day) {
        return row(day.figures(), day.stock());
    }

    private static Row row(Figures figures, StockFigures stock) {
        return new Row(figures, stock.movements(), stock.units());
    }

    private static String z(ClosedDay day) {
        return "Z " + day.zNumber() + ", " + day.status();
    }

    private record Row(Figures figures, long goodsLines, String goodsNet) {
        String says(String tier, Row expected, MinorUnits money, String besides) {
            return ROW.formatted(
                            tier,
                            figures.transactions(),
                            figures.lines(),
                            money.format(figures.grossMinor()),
                            goodsLines,
                            goodsNet,
                            (equals(expected) ? "✓ " : "✗ ") + besides)
                    .stripTrailing();
        }
    }
}
