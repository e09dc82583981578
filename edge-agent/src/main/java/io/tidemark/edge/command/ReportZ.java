package io.tidemark.edge.command;

import io.tidemark.node.command.AtHand;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.running.JsonAnswer;
import io.tidemark.node.running.NodeAtHand;
import io.tidemark.node.running.Reply;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "z",
        description = "A till Z: how a business day of the till ended.",
        mixinStandardHelpOptions = true)
final class ReportZ implements Callable<Integer> {
    @Mixin private final AtHand atHand = new AtHand();

    @Option(
            names = "--number",
            paramLabel = "N",
            description = "Which; the newest if left out. `report zs` lists them.")
    private @Nullable Long number;

    @Option(
            names = "--copy",
            description =
                    "Records that it is printed again, and says which copy this is; a look records nothing.")
    private boolean copy;

    @Override
    public Integer call() {
        atHand.tell(NodeRole.TILL, this::asked, TillReport::z);
        return ExitCode.OK.code();
    }

    private Reply asked(NodeAtHand till) {
        String path = "/z/" + (number == null ? newest(till) : number);
        return copy ? till.command(path + "/copies", List.of()) : till.get(path);
    }

    private long newest(NodeAtHand till) {
        List<JsonAnswer> made = atHand.read(atHand.accepted(till.get("/z")), JsonAnswer::asList);
        if (made.isEmpty())
            throw new CannotRun(ExitCode.FOUND_WRONG, "this till has made no Z yet");
        return made.getFirst().number("zNumber");
    }
}
