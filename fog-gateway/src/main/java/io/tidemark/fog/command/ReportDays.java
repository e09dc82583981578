package io.tidemark.fog.command;

import io.tidemark.node.command.AnswerTable;
import io.tidemark.node.command.AtHand;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeRole;
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
        return AnswerTable.of("Close-downs", days.asList())
                .text("Business day", "day")
                .text("What", "title")
                .count("Receipts", "receipts")
                .money("Gross", "gross")
                .text("Closed", ReportDays::closedAt)
                .figures("Took", ReportDays::took)
                .text("Status", "status")
                .lines();
    }

    private static String closedAt(JsonAnswer closed) {
        return closed.maybe("closedAt").map(_ -> Written.time(closed.time("closedAt"))).orElse("–");
    }

    private static String took(JsonAnswer closed) {
        return closed.maybe("millis")
                .map(millis -> BigDecimal.valueOf(millis.asNumber(), 3) + " s")
                .orElse("–");
    }
}
