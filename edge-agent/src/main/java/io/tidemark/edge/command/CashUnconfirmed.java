package io.tidemark.edge.command;

import io.tidemark.node.command.AtHand;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.paper.PlainText;
import io.tidemark.node.running.JsonAnswer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "unconfirmed",
        description =
                "Cash that moved and that nobody but who recorded it has confirmed, the oldest first.",
        mixinStandardHelpOptions = true)
final class CashUnconfirmed implements Callable<Integer> {
    @Mixin private final AtHand atHand = new AtHand();

    @Override
    public Integer call() {
        atHand.tell(NodeRole.TILL, till -> till.get("/cash/unconfirmed"), CashUnconfirmed::words);
        return ExitCode.OK.code();
    }

    private static List<String> words(JsonAnswer movements) {
        return movements.asList().isEmpty()
                ? List.of("All cash that moved is confirmed.")
                : PlainText.of(TillReport.unconfirmed(movements.asList()));
    }
}
