package io.tidemark.edge.command;

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
        name = "zs",
        description = "The till Zs that were made at the till, the newest first.",
        mixinStandardHelpOptions = true)
final class ReportZs implements Callable<Integer> {
    @Mixin private final AtHand atHand = new AtHand();

    @Override
    public Integer call() {
        atHand.tell(NodeRole.TILL, till -> till.get("/z"), ReportZs::words);
        return ExitCode.OK.code();
    }

    private static List<String> words(JsonAnswer all) {
        if (all.asList().isEmpty()) return List.of("This till has made no Z yet.");
        return AnswerTable.of("Till Zs", all.asList())
                .figures("Z", "zNumber")
                .text("Business day", "businessDay")
                .time("Made", "at")
                .money("Gross", "gross")
                .lines();
    }
}
