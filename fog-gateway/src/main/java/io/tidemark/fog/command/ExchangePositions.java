package io.tidemark.fog.command;

import io.tidemark.node.command.AnswerTable;
import io.tidemark.node.command.AtHand;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeRole;
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
        return AnswerTable.of("Positions, as the last close-down left them", told.list("positions"))
                .money("Held", "amount")
                .money("Cost", "cost")
                .figures("Average cost", "average")
                .figures(
                        "Middle rate",
                        each -> each.maybe("mid").map(JsonAnswer::asText).orElse("none"))
                .amount("Worth", "value")
                .amountOrDash("Realised", "realised")
                .amountOrDash("Revaluation", "revaluation")
                .text("", each -> each.is("beyondLimit") ? "beyond its limit" : "")
                .lines();
    }
}
