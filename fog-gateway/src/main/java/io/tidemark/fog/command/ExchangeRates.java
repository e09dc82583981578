package io.tidemark.fog.command;

import io.tidemark.node.command.AtHand;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.paper.PlainText;
import io.tidemark.node.paper.Table;
import io.tidemark.node.running.JsonAnswer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "rates",
        description = "The rates at which the store buys and sells currencies on a day.",
        mixinStandardHelpOptions = true)
final class ExchangeRates implements Callable<Integer> {
    @Mixin private final AtHand atHand = new AtHand();
    @Mixin private final DayOption day = new DayOption();

    @Override
    public Integer call() {
        atHand.tell(
                NodeRole.GATEWAY,
                gateway -> gateway.get("/exchange" + day.query()),
                ExchangeRates::words);
        return ExitCode.OK.code();
    }

    private static List<String> words(JsonAnswer told) {
        if (told.list("rates").isEmpty())
            return List.of("No currency is exchanged here on " + told.text("day") + ".");
        return PlainText.of(
                Table.titled(
                                "Rates of " + told.text("day") + ", store currency a unit",
                                Table.text("Currency"),
                                Table.figures("We buy"),
                                Table.figures("Middle"),
                                Table.figures("We sell"),
                                Table.figures("Allowed from"),
                                Table.figures("to"),
                                Table.text("Since"))
                        .rows(told.list("rates").stream().map(ExchangeRates::row)));
    }

    private static String[] row(JsonAnswer rate) {
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
