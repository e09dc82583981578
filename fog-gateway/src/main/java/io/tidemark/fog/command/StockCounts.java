package io.tidemark.fog.command;

import io.tidemark.ledger.money.Unit;
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
        List<String> lines =
                new ArrayList<>(
                        PlainText.of(
                                Table.titled(
                                                "Last counts",
                                                Table.text("Article"),
                                                Table.text("Description"),
                                                Table.text("Counted on"),
                                                Table.text("By"),
                                                Table.figures("Counted"),
                                                Table.figures("Expected"),
                                                Table.figures("Variance"),
                                                Table.figures("Worth"))
                                        .rows(page.list("items").stream().map(StockCounts::row))));
        lines.addAll(StockPart.foot(page));
        return lines;
    }

    private static String[] row(JsonAnswer item) {
        JsonAnswer count = item.at("lastCount");
        Unit unit = item.unit("unit");
        return new String[] {
            item.text("plu"),
            item.text("description"),
            count.text("day"),
            count.text("operator"),
            Written.quantity(count.decimal("quantity"), unit),
            Written.quantity(count.decimal("expected"), unit),
            Written.quantity(count.decimal("variance"), unit),
            count.maybeMoney("varianceValue").map(Written::money).orElse("–")
        };
    }
}
