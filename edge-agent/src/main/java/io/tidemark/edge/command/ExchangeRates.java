package io.tidemark.edge.command;

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
        name = "rates",
        description = "The rates at which the till buys and sells currencies, today.",
        mixinStandardHelpOptions = true)
final class ExchangeRates implements Callable<Integer> {
    @Mixin private final AtHand atHand = new AtHand();

    @Override
    public Integer call() {
        atHand.tell(NodeRole.TILL, till -> till.get("/exchange/rates"), ExchangeRates::words);
        return ExitCode.OK.code();
    }

    private static List<String> words(JsonAnswer told) {
        if (told.list("rates").isEmpty())
            return List.of("No currency is exchanged here on " + told.text("day") + ".");
        List<String> lines =
                new ArrayList<>(
                        List.of(
                                "Rates of "
                                        + told.text("day")
                                        + ", "
                                        + told.text("currency")
                                        + " a unit"));
        lines.addAll(
                PlainText.of(
                        Table.titled(
                                        "",
                                        Table.text("Currency"),
                                        Table.figures("We buy"),
                                        Table.figures("Middle"),
                                        Table.figures("We sell"),
                                        Table.figures("Allowed from"),
                                        Table.figures("to"),
                                        Table.text("Since"))
                                .rows(told.list("rates").stream().map(ExchangeRates::rate))));
        told.maybeMoney("identifyFrom")
                .ifPresent(from ->
                        lines.add(
                                "Papers are to be seen from "
                                        + Written.money(from)
                                        + " on, within days: "
                                        + told.number("identifyDays")));
        return lines;
    }

    private static String[] rate(JsonAnswer rate) {
        return new String[] {
            rate.text("currency"),
            rate.text("buy"),
            rate.text("mid"),
            rate.text("sell"),
            rate.text("low"),
            rate.text("high"),
            rate.text("from")
        };
    }
}
