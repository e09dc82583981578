package io.tidemark.edge.command;

import io.tidemark.node.command.AtHand;
import io.tidemark.node.command.SupervisorOptions;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Json;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.running.NodeAtHand;
import io.tidemark.node.running.PinAsked;
import io.tidemark.node.running.Reply;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "x",
        description = {
            "The X report: the till's open day so far. It closes nothing, and may be taken as often as one"
                    + " likes.",
            "What should be in the drawer is left out until it is counted, but for a supervisor, who is"
                    + " named with --supervisor."
        },
        mixinStandardHelpOptions = true)
final class ReportX implements Callable<Integer> {
    private final PinAsked pins;

    @Mixin private final AtHand atHand = new AtHand();
    @Mixin private final SupervisorOptions supervisor = new SupervisorOptions();

    ReportX(PinAsked pins) {
        this.pins = pins;
    }

    @Override
    public Integer call() {
        atHand.tell(NodeRole.TILL, this::asked, TillReport::x);
        return ExitCode.OK.code();
    }

    private Reply asked(NodeAtHand till) {
        return supervisor
                .approval(pins, null)
                .map(approval -> till.post("/x-report", Json.object(approval)))
                .orElseGet(() -> till.get("/x-report"));
    }
}
