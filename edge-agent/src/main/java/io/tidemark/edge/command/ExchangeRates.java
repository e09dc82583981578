package io.tidemark.edge.command;

import io.tidemark.node.command.AtHand;
import io.tidemark.node.command.RatesOfDay;
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
        List<String> lines = new ArrayList<>(RatesOfDay.words(told, told.text("currency")));
        if (told.list("rates").isEmpty()) return lines;
        told.maybeMoney("identifyFrom")
                .ifPresent(from ->
                        lines.add(
                                "Papers are to be seen from "
                                        + Written.money(from)
                                        + " on, within days: "
                                        + told.number("identifyDays")));
        return lines;
    }
}
