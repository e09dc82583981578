package io.tidemark.node.paper;

import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.SalesTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TaxTotal;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.money.Money;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What was sold, cut in several ways. Every cut adds up to the same total. */
final class StoreZSales {
    private final StoreDayClosed z;
    private final Money zero;

    StoreZSales(StoreDayClosed z) {
        this.z = z;
        this.zero = Money.zero(z.currency());
    }

    Table taxes() {
        Totals totals = z.totals();
        return Table.titled(
                        "By VAT rate",
                        Table.text("Key"),
                        Table.text("Rate"),
                        Table.figures("Net"),
                        Table.figures("VAT"),
                        Table.figures("Gross"))
                .rows(totals.taxes().stream().map(StoreZSales::tax))
                .total(
                        "Total",
                        "",
                        Written.figure(totals.net()),
                        Written.figure(totals.tax()),
                        Written.figure(totals.gross()));
    }

    private static String[] tax(TaxTotal tax) {
        return new String[] {
            tax.category().code(),
            Written.rate(tax.category().rate().ppm()),
            Written.figure(tax.net()),
            Written.figure(tax.tax()),
            Written.figure(tax.gross())
        };
    }

    Table departments() {
        return sums("By department", "Department", SalesTotal::department, kind -> kind.isGoods());
    }

    /** What is on receipts and no goods: deposits, gift cards, tips, rounding. */
    Table others() {
        return sums(
                "Besides goods",
                "What",
                part -> Written.title(part.kind().name()),
                kind -> !kind.isGoods());
    }

    private Table sums(
            String title,
            String what,
            Function<SalesTotal, String> key,
            Predicate<LineKind> kinds) {
        SortedMap<String, Sum> sums = new TreeMap<>();
        for (SalesTotal part : z.totals().sales())
            if (kinds.test(part.kind())) sums.merge(key.apply(part), Sum.of(part), Sum::plus);
        Sum all = sums.values().stream().reduce(new Sum(0, zero, zero), Sum::plus);
        return Table.titled(
                        title,
                        Table.text(what),
                        Table.figures("Lines"),
                        Table.figures("Net"),
                        Table.figures("VAT"),
                        Table.figures("Gross"))
                .rows(
                        sums.entrySet().stream()
                                .map(each -> each.getValue().row(nameOf(each.getKey()))))
                .total(all.row("Total"));
    }

    private static String nameOf(String department) {
        return switch (department) {
            case "" -> "none";
            case SalesTotal.ALL_DEPARTMENTS -> "all departments together";
            default -> department;
        };
    }

    private record Sum(long lines, Money gross, Money tax) {
        static Sum of(SalesTotal part) {
            return new Sum(part.lines(), part.gross(), part.tax());
        }

        Sum plus(Sum other) {
            return new Sum(
                    Math.addExact(lines, other.lines),
                    gross.plus(other.gross),
                    tax.plus(other.tax));
        }

        String[] row(String name) {
            return new String[] {
                name,
                Written.count(lines),
                Written.figure(gross.minus(tax)),
                Written.figure(tax),
                Written.figure(gross)
            };
        }
    }

    Table tills() {
        return Table.titled(
                        "By till",
                        Table.text("Till"),
                        Table.text("Device"),
                        Table.figures("Till Z"),
                        Table.figures("Receipts"),
                        Table.figures("Returns"),
                        Table.figures("Lines"),
                        Table.figures("Gross"))
                .rows(selling().map(StoreZSales::till))
                .total(
                        "Total",
                        "",
                        "",
                        Written.count(z.totals().transactions()),
                        Written.count(z.totals().returns()),
                        Written.count(z.totals().lines()),
                        Written.figure(z.totals().gross()));
    }

    /** A handheld sells nothing: what it did stands among the goods. */
    private Stream<TillDay> selling() {
        List<TillDay> tills = z.tills();
        return tills.stream()
                .filter(till ->
                        till.totals().transactions() > 0 || !till.totals().tenders().isEmpty());
    }

    private static String[] till(TillDay till) {
        Totals totals = till.totals();
        return new String[] {
            till.workstation(),
            till.device() + (till.epoch() == 1 ? "" : " epoch " + till.epoch()),
            till.isClosed() ? String.valueOf(till.zNumber()) : "not closed",
            Written.count(totals.transactions()),
            Written.count(totals.returns()),
            Written.count(totals.lines()),
            Written.figure(totals.gross())
        };
    }
}
