package io.tidemark.edge.command;

import io.tidemark.ledger.money.Money;
import io.tidemark.node.paper.PlainText;
import io.tidemark.node.paper.Table;
import io.tidemark.node.paper.Written;
import io.tidemark.node.running.JsonAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An X report or a till Z in words. */
final class TillReport {
    private static final String NONE = "–";

    private TillReport() {}

    static List<String> x(JsonAnswer report) {
        List<String> lines = new ArrayList<>();
        lines.add("X report of " + report.text("businessDay") + ", a reading: nothing is closed");
        if (report.is("blind"))
            lines.add(
                    "The drawer is left out until it is counted; a supervisor sees it with"
                            + " --supervisor NUMBER.");
        lines.addAll(tables(report));
        return lines;
    }

    /** A look at a Z, or a copy of it. */
    static List<String> z(JsonAnswer answer) {
        JsonAnswer z = answer.at("z");
        long copy = answer.number("copy");
        List<String> lines = new ArrayList<>();
        lines.add(
                "Till Z "
                        + z.text("zNumber")
                        + " of "
                        + z.text("businessDay")
                        + (copy == 0 ? "" : ", copy " + copy));
        lines.addAll(tables(z));
        return lines;
    }

    private static List<String> tables(JsonAnswer report) {
        String currency = report.money("gross").currency().code();
        return Stream.of(
                        totals(report, currency),
                        taxes(report, currency),
                        drawer(report),
                        departments(report, currency),
                        kinds(report, currency),
                        exchange(report),
                        goods(report),
                        tallies(report, currency),
                        unconfirmed(report))
                .flatMap(table -> PlainText.of(table).stream())
                .toList();
    }

    private static Table totals(JsonAnswer report, String currency) {
        return Table.pairs("Totals, " + currency)
                .row("Gross, VAT included", figure(report, "gross"))
                .row("of which returns", figure(report, "returned"))
                .row("VAT", figure(report, "tax"))
                .row("Net", figure(report, "net"))
                .row("Receipts", count(report, "transactions"))
                .row("of which returns", count(report, "returns"))
                .row("Lines", count(report, "lines"))
                .row("Drawer opened without a sale", count(report, "noSales"));
    }

    private static Table taxes(JsonAnswer report, String currency) {
        return Table.titled(
                        "VAT, " + currency,
                        Table.text("Category"),
                        Table.figures("Rate"),
                        Table.figures("Net"),
                        Table.figures("VAT"),
                        Table.figures("Gross"))
                .rows(
                        report.list("taxes").stream()
                                .map(tax ->
                                        new String[] {
                                            tax.text("category"),
                                            Written.rate((int) tax.number("ratePpm")),
                                            figure(tax, "net"),
                                            figure(tax, "tax"),
                                            figure(tax, "gross")
                                        }));
    }

    private static Table drawer(JsonAnswer report) {
        return Table.titled(
                        "Drawer",
                        Table.text("Tender"),
                        Table.figures("Float, loans"),
                        Table.figures("Sales"),
                        Table.figures("Paid in"),
                        Table.figures("Paid out"),
                        Table.figures("Picked up"),
                        Table.figures("Dropped"),
                        Table.figures("Exchanged"),
                        Table.figures("Expected"),
                        Table.figures("Counted"),
                        Table.figures("Over/short"))
                .rows(report.list("drawer").stream().map(TillReport::account))
                .withoutEmptyColumns();
    }

    private static String[] account(JsonAnswer account) {
        Money expected = account.money("expected");
        return new String[] {
            Written.title(account.text("type")) + " " + expected.currency().code(),
            orDash(account, "provided"),
            orDash(account, "sales"),
            orDash(account, "paidIn"),
            orDash(account, "paidOut"),
            orDash(account, "pickedUp"),
            orDash(account, "dropped"),
            orDash(account, "exchanged"),
            Written.figure(expected),
            account.maybeMoney("counted").map(Written::figure).orElse(NONE),
            account.maybeMoney("overShort").map(Written::signed).orElse(NONE)
        };
    }

    private static Table departments(JsonAnswer report, String currency) {
        return Table.titled(
                        "Departments, " + currency,
                        Table.text("Department"),
                        Table.figures("Lines"),
                        Table.figures("Gross"))
                .rows(
                        report.list("departments").stream()
                                .map(each ->
                                        new String[] {
                                            each.text("department"),
                                            count(each, "lines"),
                                            figure(each, "gross")
                                        }));
    }

    private static Table kinds(JsonAnswer report, String currency) {
        return Table.titled(
                        "Besides goods, " + currency,
                        Table.text("What"),
                        Table.figures("Lines"),
                        Table.figures("Gross"))
                .rows(
                        report.list("kinds").stream()
                                .map(each ->
                                        new String[] {
                                            Written.title(each.text("kind")),
                                            count(each, "lines"),
                                            figure(each, "gross")
                                        }));
    }

    private static Table exchange(JsonAnswer report) {
        return Table.titled(
                        "Currency exchange",
                        Table.text("Currency"),
                        Table.figures("Exchanges"),
                        Table.figures("Bought"),
                        Table.figures("Paid"),
                        Table.figures("Sold"),
                        Table.figures("Received"),
                        Table.figures("Commission"),
                        Table.figures("Spread"),
                        Table.figures("Brought"),
                        Table.figures("Cost"))
                .rows(
                        report.list("exchange").stream()
                                .map(each ->
                                        new String[] {
                                            each.text("currency"),
                                            count(each, "count"),
                                            orDash(each, "bought"),
                                            orDash(each, "paid"),
                                            orDash(each, "sold"),
                                            orDash(each, "received"),
                                            orDash(each, "commission"),
                                            orDash(each, "spread"),
                                            orDash(each, "brought"),
                                            orDash(each, "cost")
                                        }))
                .withoutEmptyColumns();
    }

    private static Table goods(JsonAnswer report) {
        return Table.titled(
                        "Goods",
                        Table.text("What"),
                        Table.figures("Lines"),
                        Table.figures("Quantity"),
                        Table.figures("At cost"))
                .rows(
                        report.list("stock").stream()
                                .map(each ->
                                        new String[] {
                                            Written.title(each.text("flow")),
                                            count(each, "movements"),
                                            Written.quantity(
                                                    each.decimal("quantity"), each.unit("unit")),
                                            orDash(each, "cost")
                                        }));
    }

    private static Table tallies(JsonAnswer report, String currency) {
        return Table.titled(
                        "Out of the ordinary",
                        Table.text("What"),
                        Table.figures("How often"),
                        Table.figures("Amount, " + currency))
                .rows(
                        report.list("tallies").stream()
                                .map(each ->
                                        new String[] {
                                            Written.title(each.text("kind")),
                                            count(each, "count"),
                                            orDash(each, "amount")
                                        }));
    }

    /** Cash that moved; to who is to count blind, without how much it was. */
    static Table unconfirmed(JsonAnswer report) {
        return unconfirmed(report.list("unconfirmed"));
    }

    static Table unconfirmed(List<JsonAnswer> movements) {
        return Table.titled(
                        "Cash that nobody else has confirmed",
                        Table.text("What"),
                        Table.text("Business day"),
                        Table.text("By"),
                        Table.figures("Amount"),
                        Table.text("Movement"))
                .rows(
                        movements.stream()
                                .map(each ->
                                        new String[] {
                                            Written.title(each.text("kind")),
                                            each.text("businessDay"),
                                            each.text("operator"),
                                            amounts(each),
                                            each.text("movement")
                                        }));
    }

    private static String amounts(JsonAnswer movement) {
        return String.join(
                ", ",
                movement.list("amounts").stream()
                        .map(amount -> Written.money(amount.asMoney()))
                        .toList());
    }

    private static String figure(JsonAnswer of, String name) {
        return Written.figure(of.money(name));
    }

    private static String orDash(JsonAnswer of, String name) {
        return Written.orDash(of.money(name));
    }

    private static String count(JsonAnswer of, String name) {
        return Written.count(of.number(name));
    }
}
