package io.tidemark.edge.command;

import io.tidemark.ledger.money.Money;
import io.tidemark.node.command.AnswerTable;
import io.tidemark.node.paper.PlainText;
import io.tidemark.node.paper.Table;
import io.tidemark.node.paper.Written;
import io.tidemark.node.running.JsonAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
                        unconfirmed(report.list("unconfirmed")))
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
        return AnswerTable.of("VAT, " + currency, report.list("taxes"))
                .text("Category", "category")
                .figures("Rate", tax -> Written.rate((int) tax.number("ratePpm")))
                .amount("Net", "net")
                .amount("VAT", "tax")
                .amount("Gross", "gross")
                .table();
    }

    private static Table drawer(JsonAnswer report) {
        return AnswerTable.of("Drawer", report.list("drawer"))
                .text("Tender", TillReport::tender)
                .amountOrDash("Float, loans", "provided")
                .amountOrDash("Sales", "sales")
                .amountOrDash("Paid in", "paidIn")
                .amountOrDash("Paid out", "paidOut")
                .amountOrDash("Picked up", "pickedUp")
                .amountOrDash("Dropped", "dropped")
                .amountOrDash("Exchanged", "exchanged")
                .amount("Expected", "expected")
                .figures("Counted", each -> ifThere(each.maybeMoney("counted"), Written::figure))
                .figures(
                        "Over/short",
                        each -> ifThere(each.maybeMoney("overShort"), Written::signed))
                .table()
                .withoutEmptyColumns();
    }

    private static String tender(JsonAnswer account) {
        return Written.title(account.text("type"))
                + " "
                + account.money("expected").currency().code();
    }

    private static String ifThere(Optional<Money> amount, Function<Money, String> written) {
        return amount.map(written).orElse(NONE);
    }

    private static Table departments(JsonAnswer report, String currency) {
        return AnswerTable.of("Departments, " + currency, report.list("departments"))
                .text("Department", "department")
                .count("Lines", "lines")
                .amount("Gross", "gross")
                .table();
    }

    private static Table kinds(JsonAnswer report, String currency) {
        return AnswerTable.of("Besides goods, " + currency, report.list("kinds"))
                .words("What", "kind")
                .count("Lines", "lines")
                .amount("Gross", "gross")
                .table();
    }

    private static Table exchange(JsonAnswer report) {
        return AnswerTable.of("Currency exchange", report.list("exchange"))
                .text("Currency", "currency")
                .count("Exchanges", "count")
                .amountOrDash("Bought", "bought")
                .amountOrDash("Paid", "paid")
                .amountOrDash("Sold", "sold")
                .amountOrDash("Received", "received")
                .amountOrDash("Commission", "commission")
                .amountOrDash("Spread", "spread")
                .amountOrDash("Brought", "brought")
                .amountOrDash("Cost", "cost")
                .table()
                .withoutEmptyColumns();
    }

    private static Table goods(JsonAnswer report) {
        return AnswerTable.of("Goods", report.list("stock"))
                .words("What", "flow")
                .count("Lines", "movements")
                .figures(
                        "Quantity",
                        each -> Written.quantity(each.decimal("quantity"), each.unit("unit")))
                .amountOrDash("At cost", "cost")
                .table();
    }

    private static Table tallies(JsonAnswer report, String currency) {
        return AnswerTable.of("Out of the ordinary", report.list("tallies"))
                .words("What", "kind")
                .count("How often", "count")
                .amountOrDash("Amount, " + currency, "amount")
                .table();
    }

    /** Cash that moved; to who is to count blind, without how much it was. */
    static Table unconfirmed(List<JsonAnswer> movements) {
        return AnswerTable.of("Cash that nobody else has confirmed", movements)
                .words("What", "kind")
                .text("Business day", "businessDay")
                .text("By", "operator")
                .figures("Amount", TillReport::amounts)
                .text("Movement", "movement")
                .table();
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

    private static String count(JsonAnswer of, String name) {
        return Written.count(of.number(name));
    }
}
