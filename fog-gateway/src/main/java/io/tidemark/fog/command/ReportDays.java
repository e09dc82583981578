package io.tidemark.fog.command;

import io.tidemark.node.command.AtHand;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.paper.PlainText;
import io.tidemark.node.paper.Table;
import io.tidemark.node.paper.Written;
import io.tidemark.node.running.JsonAnswer;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "days",
        description = {
            "The store Zs and supplements that were made, the newest first.",
            "How long one took is known until the gateway is started again."
        },
        mixinStandardHelpOptions = true)
final class ReportDays implements Callable<Integer> {
    @Mixin private final AtHand atHand = new AtHand();
    @Mixin private final LimitOption limit = new LimitOption();

    @Override
    public Integer call() {
        atHand.tell(
                NodeRole.GATEWAY,
                gateway -> gateway.get("/days?" + limit.query()),
                ReportDays::words);
        return ExitCode.OK.code();
    }

    private static List<String> words(JsonAnswer days) {
        if (days.asList().isEmpty()) return List.of("No day of this store has been closed yet.");
        return PlainText.of(
                Table.titled(
                                "Close-downs",
                                Table.text("Business day"),
                                Table.text("What"),
                                Table.figures("Receipts"),
                                Table.figures("Gross"),
                                Table.text("Closed"),
                                Table.figures("Took"),
                                Table.text("Status"))
                        .rows(days.asList().stream().map(ReportDays::row)));
    }

    private static String[] row(JsonAnswer closed) {
        return new String[] {
            closed.text("day"),
            closed.text("title"),
            Written.count(closed.number("receipts")),
            Written.money(closed.money("gross")),
            closed.maybe("closedAt").map(_ -> Written.time(closed.time("closedAt"))).orElse("–"),
            closed.maybe("millis")
                    .map(millis -> BigDecimal.valueOf(millis.asNumber(), 3) + " s")
                    .orElse("–"),
            closed.text("status")
        };
    }
}
