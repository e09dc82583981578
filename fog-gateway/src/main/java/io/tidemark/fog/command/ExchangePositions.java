package io.tidemark.fog.command;

import io.tidemark.node.command.AtHand;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.paper.PlainText;
import io.tidemark.node.paper.Table;
import io.tidemark.node.paper.Written;
import io.tidemark.node.running.JsonAnswer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "positions",
        description =
                "How much of each currency the store holds, what it cost on average and is worth, as the last"
                        + " close-down left it.",
        mixinStandardHelpOptions = true)
final class ExchangePositions implements Callable<Integer> {
    @Mixin private final AtHand atHand = new AtHand();

    @Override
    public Integer call() {
        atHand.tell(
                NodeRole.GATEWAY, gateway -> gateway.get("/exchange"), ExchangePositions::words);
        return ExitCode.OK.code();
    }

    private static List<String> words(JsonAnswer told) {
        if (told.list("positions").isEmpty())
            return List.of("The last close-down has no position in another currency.");
        return PlainText.of(
                Table.titled(
                                "Positions, as the last close-down left them",
                                Table.figures("Held"),
                                Table.figures("Cost"),
                                Table.figures("Average cost"),
                                Table.figures("Middle rate"),
                                Table.figures("Worth"),
                                Table.figures("Realised"),
                                Table.figures("Revaluation"),
                                Table.text(""))
                        .rows(told.list("positions").stream().map(ExchangePositions::row)));
    }

    private static String[] row(JsonAnswer position) {
        return new String[] {
            Written.money(position.money("amount")),
            Written.money(position.money("cost")),
            position.text("average"),
            position.maybe("mid").map(JsonAnswer::asText).orElse("none"),
            Written.figure(position.money("value")),
            Written.orDash(position.money("realised")),
            Written.orDash(position.money("revaluation")),
            position.is("beyondLimit") ? "beyond its limit" : ""
        };
    }
}
