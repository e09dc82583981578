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
import picocli.CommandLine.Option;

@Command(
        name = "counts",
        description = {
            "The last count of each article that was counted: what was found, what should have been there by"
                    + " the movements before, and what the variance is worth.",
        },
        mixinStandardHelpOptions = true)
final class StockCounts implements Callable<Integer> {
    @Mixin private final AtHand atHand = new AtHand();
    @Mixin private final StockPart part = new StockPart();

    @Option(names = "--variance", description = "Only those that were off.")
    private boolean variance;

    @Override
    public Integer call() {
        atHand.tell(
                NodeRole.GATEWAY,
                gateway -> gateway.get(part.path(variance ? "variance" : "counted")),
                StockCounts::words);
        return ExitCode.OK.code();
    }

    private static List<String> words(JsonAnswer page) {
        List<String> lines = new ArrayList<>(counts(page.list("items")).lines());
        lines.addAll(StockPart.foot(page));
        return lines;
    }

    private static AnswerTable counts(List<JsonAnswer> items) {
        return AnswerTable.of("Last counts", items)
                .text("Article", "plu")
                .text("Description", "description")
                .text("Counted on", item -> item.at("lastCount").text("day"))
                .text("By", item -> item.at("lastCount").text("operator"))
                .figures("Counted", item -> quantity(item, "quantity"))
                .figures("Expected", item -> quantity(item, "expected"))
                .figures("Variance", item -> quantity(item, "variance"))
                .figures("Worth", StockCounts::worth);
    }

    private static String quantity(JsonAnswer item, String name) {
        return Written.quantity(item.at("lastCount").decimal(name), item.unit("unit"));
    }

    private static String worth(JsonAnswer item) {
        return item.at("lastCount").maybeMoney("varianceValue").map(Written::money).orElse("–");
    }
}
