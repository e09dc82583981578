package io.tidemark.edge.command;

import io.tidemark.node.command.AtHand;
import io.tidemark.node.command.SupervisorOptions;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Json;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.running.JsonAnswer;
import io.tidemark.node.running.NodeAtHand;
import io.tidemark.node.running.PinAsked;
import io.tidemark.node.running.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "settle",
        description = {
            "Settles a till that was counted and is over or short by more than the shop tolerates, with a"
                    + " reason and the approval of a supervisor who did not count.",
            "A count that is in order settles the till by itself."
        },
        mixinStandardHelpOptions = true)
final class CashSettle implements Callable<Integer> {
    private final PinAsked pins;

    @Mixin private final AtHand atHand = new AtHand();
    @Mixin private final SupervisorOptions supervisor = new SupervisorOptions();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why it is over or short, for the record.")
    private @Nullable String reason;

    CashSettle(PinAsked pins) {
        this.pins = pins;
    }

    @Override
    public Integer call() {
        atHand.tell(NodeRole.TILL, this::asked, CashSettle::words);
        return ExitCode.OK.code();
    }

    private Reply asked(NodeAtHand till) {
        List<String> fields = new ArrayList<>();
        if (reason != null) fields.add(Json.field("reason", reason));
        supervisor.approval(pins, reason).ifPresent(fields::add);
        return till.command("/settle", fields);
    }

    private static List<String> words(JsonAnswer settled) {
        List<String> lines =
                new ArrayList<>(
                        List.of("The till is settled, " + settled.text("businessDay") + "."));
        if (!settled.text("reason").isEmpty()) lines.add("  reason: " + settled.text("reason"));
        for (JsonAnswer each : settled.list("approvals"))
            lines.add("  allowed by " + each.text("supervisor"));
        lines.addAll(Standing.overShort(settled.list("drawers")));
        return lines;
    }
}
