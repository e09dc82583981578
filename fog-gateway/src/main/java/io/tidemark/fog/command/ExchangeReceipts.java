package io.tidemark.fog.command;

import io.tidemark.node.command.AtHand;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.paper.PlainText;
import io.tidemark.node.paper.Table;
import io.tidemark.node.paper.Written;
import io.tidemark.node.running.JsonAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "receipts",
        description = {
            "The exchanges of a day at all tills, as far as they have arrived, and customers who reached the"
                    + " amount from which on papers are to be seen.",
            "Amounts are as they came into the drawer; below zero what left it."
        },
        mixinStandardHelpOptions = true)
final class ExchangeReceipts implements Callable<Integer> {
    @Mixin private final AtHand atHand = new AtHand();
    @Mixin private final DayOption day = new DayOption();

    @Override
    public Integer call() {
        atHand.tell(
                NodeRole.GATEWAY,
                gateway -> gateway.get("/exchange" + day.query()),
                ExchangeReceipts::words);
        return ExitCode.OK.code();
    }

    private static List<String> words(JsonAnswer told) {
        if (told.list("exchanges").isEmpty())
            return List.of("Nothing was exchanged on " + told.text("day") + ".");
        List<String> lines =
                new ArrayList<>(
                        PlainText.of(
                                Table.titled(
                                                "Exchanges of " + told.text("day"),
                                                Table.text("At"),
                                                Table.text("Till"),
                                                Table.figures("Receipt"),
                                                Table.text("By"),
                                                Table.figures("Currency"),
                                                Table.figures("Rate"),
                                                Table.figures("For"),
                                                Table.figures("Commission"),
                                                Table.figures("Spread"),
                                                Table.text(""))
                                        .rows(
                                                told.list("exchanges").stream()
                                                        .map(ExchangeReceipts::row))));
        for (JsonAnswer each : told.list("linked")) lines.add("  " + linked(each));
        return lines;
    }

    private static String[] row(JsonAnswer exchange) {
        return new String[] {
            Written.time(exchange.time("at")),
            exchange.text("workstation"),
            exchange.text("receipt"),
            exchange.text("operator"),
            Written.money(exchange.money("foreign")),
            exchange.text("rate"),
            Written.money(exchange.money("base")),
            Written.orDash(exchange.money("commission")),
            Written.orDash(exchange.money("spread")),
            exchange.number("undoes") == 0 ? "" : "takes back " + exchange.text("undoes")
        };
    }

    private static String linked(JsonAnswer customer) {
        return "customer "
                + customer.text("customer")
                + ": "
                + Written.money(customer.money("sum"))
                + " in exchanges: "
                + customer.text("exchanges")
                + ", at tills: "
                + customer.text("tills")
                + (customer.is("papersSeen") ? ", papers seen" : ", NO papers seen");
    }
}
