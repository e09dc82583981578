package io.tidemark.lab.demo;

import io.tidemark.lab.retail.MinorUnits;
import io.tidemark.lab.retail.SourceTotals;
import io.tidemark.lab.shop.BooksSeen;
import io.tidemark.lab.shop.ClosedDay;
import io.tidemark.lab.shop.Figures;
import io.tidemark.lab.shop.StockFigures;
import io.tidemark.lab.shop.StoreOutcome;
import io.tidemark.lab.shop.Tallies;
import io.tidemark.lab.shop.Tallies.Tally;
import io.tidemark.lab.shop.VatFigures;
import io.tidemark.lab.shop.VatFigures.Vat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The outcome for people: a table per store with a row for each tier, and what was done to it
 * meanwhile.
 */
final class TableReport {
    private static final String ROW = "  %-12s %12s %9s %18s %12s %12s  %s";

    private static final String VAT = "  %-12s %12s %9s %18s  %s";

    private static final String TALLY = "  %-24s %9s %18s  %s";

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
        var file = new Figures(source.transactions(), source.lines(), source.grossMinor());
        lines.add(
                given(
                        "file",
                        file,
                        money,
                        source.stockRows() + " stock rows, " + source.refusedRows() + " refused"));
        lines.add(given("beside it", store.beside(), money, "of no invoice"));
        StoreOutcome.StockTiers stock = store.stock();
        Row should =
                new Row(
                        Figures.sum(List.of(file, store.beside())),
                        stock.told().movements(),
                        stock.told().units());
        lines.add(should.says("driver", should, money, ""));
        lines.add(row(store.edge(), stock.devices()).says("devices", should, money, ""));
        Row gateway =
                new Row(store.gateway(), stock.gateway().movements(), stock.gateway().units());
        Row atGateway =
                new Row(
                        should.figures(),
                        stock.articlesTold().movements(),
                        stock.articlesTold().units());
        lines.add(gateway.says("gateway", atGateway, money, ""));
        lines.add(row(store.closeDown()).says("store Z", should, money, z(store.closeDown())));
        lines.add(
                row(store.headOffice()).says("head office", should, money, z(store.headOffice())));
        vat(store, money, lines);
        lines.addAll(new MoneyTable(money).of(store));
        tallies(store, money, lines);
        lines.add(books(store.books(), money));
    }

    /** What the driver was given to say. */
    private static String given(String what, Figures figures, MinorUnits money, String besides) {
        return ROW.formatted(
                        what,
                        figures.transactions(),
                        figures.lines(),
                        money.format(figures.grossMinor()),
                        "",
                        "",
                        besides)
                .stripTrailing();
    }

    /**
     * One line for each rate; ticked where devices, store Z, head office and books say the same.
     */
    private static void vat(StoreOutcome store, MinorUnits money, List<String> lines) {
        List<VatFigures> tiers =
                List.of(
                        store.vat().devices(),
                        store.closeDown().vat(),
                        store.headOffice().vat(),
                        books(store.vat()));
        VatFigures told = store.vat().told();
        SortedSet<String> rates = new TreeSet<>(told.rates().keySet());
        tiers.forEach(tier -> rates.addAll(tier.rates().keySet()));
        if (rates.isEmpty()) return;
        lines.add(VAT.formatted("VAT", "net", "VAT", "gross", ""));
        for (String rate : rates) {
            Vat should = told.rates().getOrDefault(rate, Vat.NONE);
            boolean same = tiers.stream().allMatch(tier -> should.equals(tier.rates().get(rate)));
            lines.add(
                    VAT.formatted(
                            rate,
                            money.format(should.net()),
                            money.format(should.tax()),
                            money.format(should.gross()),
                            same ? "✓" : "✗"));
        }
    }

    /** With what is no turnover, which the books have on accounts of its own. */
    private static VatFigures books(StoreOutcome.VatTiers vat) {
        return vat.books().equals(vat.turnover()) ? vat.told() : vat.books();
    }

    /** One line for each kind; ticked where devices, store Z and head office say the same. */
    private static void tallies(StoreOutcome store, MinorUnits money, List<String> lines) {
        List<Tallies> tiers =
                List.of(
                        store.tallies().devices(),
                        store.closeDown().tallies(),
                        store.headOffice().tallies());
        Tallies told = store.tallies().told();
        SortedSet<String> kinds = new TreeSet<>(told.kinds().keySet());
        tiers.forEach(tier -> kinds.addAll(tier.kinds().keySet()));
        if (kinds.isEmpty()) return;
        lines.add(TALLY.formatted("out of the ordinary", "times", "for", ""));
        for (String kind : kinds) {
            Tally should = told.kinds().getOrDefault(kind, new Tally(0, 0));
            boolean same = tiers.stream().allMatch(tier -> should.equals(tier.kinds().get(kind)));
            lines.add(
                    TALLY.formatted(
                                    kind.toLowerCase(Locale.ROOT).replace('_', ' '),
                                    should.count(),
                                    should.minor() == 0 ? "" : money.format(should.minor()),
                                    same ? "✓" : "✗")
                            .stripTrailing());
        }
    }

    private static String books(BooksSeen books, MinorUnits money) {
        return "  head office's books: trial balance "
                + (books.isEven() ? "zero ✓" : "not even ✗")
                + ", cost of goods sold "
                + money.format(books.costOfGoodsSold(money.currency()));
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
