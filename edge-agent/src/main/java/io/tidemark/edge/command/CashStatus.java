package io.tidemark.edge.command;

import io.tidemark.node.command.AtHand;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeRole;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        description = {
            "What is to be counted or to be done next to settle the till.",
            "Nothing of it says what should be in the drawer."
        },
        mixinStandardHelpOptions = true)
final class CashStatus implements Callable<Integer> {
    @Mixin private final AtHand atHand = new AtHand();

    @Override
    public Integer call() {
        atHand.tell(NodeRole.TILL, till -> till.get("/settle"), Standing::words);
        return ExitCode.OK.code();
    }
}
