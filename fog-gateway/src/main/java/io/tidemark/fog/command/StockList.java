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
        name = "list",
        description =
                "What is on hand of each article, what it cost on average and is worth at that.",
        mixinStandardHelpOptions = true)
final class StockList implements Callable<Integer> {
    @Mixin private final AtHand atHand = new AtHand();
    @Mixin private final StockPart part = new StockPart();

    @Option(names = "--negative", description = "Only those of which more went than had come.")
    private boolean negative;

    @Override
    public Integer call() {
        atHand.tell(
                NodeRole.GATEWAY,
                gateway -> gateway.get(part.path(negative ? "negative" : "all")),
                StockList::words);
        return ExitCode.OK.code();
    }

    private static List<String> words(JsonAnswer page) {
        List<String> lines = new ArrayList<>(onHand(page.list("items")).lines());
        lines.addAll(StockPart.foot(page));
        lines.add(
                "Articles of which more went than had come: "
                        + page.text("negative")
                        + ". All goods at the last close-down: "
                        + Written.money(page.money("closingValue")));
        return lines;
    }

    private static AnswerTable onHand(List<JsonAnswer> items) {
        return AnswerTable.of("Stock on hand", items)
                .text("Article", "plu")
                .text("Description", "description")
                .figures(
                        "On hand",
                        item -> Written.quantity(item.decimal("onHand"), item.unit("unit")))
                .figures(
                        "Average cost",
                        item -> item.maybe("averageCost").map(JsonAnswer::asText).orElse("–"))
                .figures("Worth", item -> item.maybeMoney("value").map(Written::money).orElse("–"));
    }
}
