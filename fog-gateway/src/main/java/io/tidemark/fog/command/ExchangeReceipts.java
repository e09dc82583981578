package io.tidemark.fog.command;

import io.tidemark.node.command.AnswerTable;
import io.tidemark.node.command.AtHand;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeRole;
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
        List<String> lines = new ArrayList<>(exchanges(told).lines());
        for (JsonAnswer each : told.list("linked")) lines.add("  " + linked(each));
        return lines;
    }

    private static AnswerTable exchanges(JsonAnswer told) {
        return AnswerTable.of("Exchanges of " + told.text("day"), told.list("exchanges"))
                .time("At", "at")
                .text("Till", "workstation")
                .figures("Receipt", "receipt")
                .text("By", "operator")
                .money("Currency", "foreign")
                .figures("Rate", "rate")
                .money("For", "base")
                .amountOrDash("Commission", "commission")
                .amountOrDash("Spread", "spread")
                .text("", ExchangeReceipts::takenBack);
    }

    private static String takenBack(JsonAnswer exchange) {
        return exchange.number("undoes") == 0 ? "" : "takes back " + exchange.text("undoes");
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
