package io.tidemark.fog.command;

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
                this::words);
        return ExitCode.OK.code();
    }

    private List<String> words(JsonAnswer page) {
        List<String> lines = new ArrayList<>();
        lines.addAll(
                PlainText.of(
                        Table.titled(
                                        "Stock on hand",
                                        Table.text("Article"),
                                        Table.text("Description"),
                                        Table.figures("On hand"),
                                        Table.figures("Average cost"),
                                        Table.figures("Worth"))
                                .rows(page.list("items").stream().map(StockList::row))));
        lines.addAll(StockPart.foot(page));
        lines.add(
                "Articles of which more went than had come: "
                        + page.text("negative")
                        + ". All goods at the last close-down: "
                        + Written.money(page.money("closingValue")));
        return lines;
    }

    private static String[] row(JsonAnswer item) {
        return new String[] {
            item.text("plu"),
            item.text("description"),
            Written.quantity(item.decimal("onHand"), item.unit("unit")),
            item.maybe("averageCost").map(JsonAnswer::asText).orElse("–"),
            item.maybeMoney("value").map(Written::money).orElse("–")
        };
    }
}
