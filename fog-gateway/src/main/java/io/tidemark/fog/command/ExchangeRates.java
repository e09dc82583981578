package io.tidemark.fog.command;

import io.tidemark.node.command.AtHand;
import io.tidemark.node.command.RatesOfDay;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeRole;
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
                told -> RatesOfDay.words(told, "store currency"));
        return ExitCode.OK.code();
    }
}
