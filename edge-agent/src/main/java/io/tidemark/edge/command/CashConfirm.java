package io.tidemark.edge.command;

import io.tidemark.ledger.money.Money;
import io.tidemark.node.command.AtHand;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Json;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.paper.Written;
import io.tidemark.node.running.JsonAnswer;
import io.tidemark.node.running.NodeAtHand;
import io.tidemark.node.running.PinAsked;
import io.tidemark.node.running.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "confirm",
        description = {
            "Another person confirms cash that was moved before, also on an earlier business day. `cash"
                    + " unconfirmed` lists what waits for that.",
            "Where they gave or got another amount, they say so with --amount: the difference is recorded."
        },
        mixinStandardHelpOptions = true)
final class CashConfirm implements Callable<Integer> {
    private final PinAsked pins;

    @Mixin private final AtHand atHand = new AtHand();
    @Mixin private final SecondPerson second = new SecondPerson();

    @Parameters(paramLabel = "MOVEMENT", description = "As `cash unconfirmed` lists it.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private String movement;

    @Option(
            names = "--amount",
            paramLabel = "CURRENCY=N",
            description = "What it was, such as GBP=19.00; as it was recorded if left out.")
    private List<String> amounts = new ArrayList<>();

    CashConfirm(PinAsked pins) {
        this.pins = pins;
    }

    @Override
    public Integer call() {
        atHand.tell(NodeRole.TILL, this::asked, CashConfirm::words);
        return ExitCode.OK.code();
    }

    private Reply asked(NodeAtHand till) {
        List<Money> told = amounts.stream().map(CashConfirm::amount).toList();
        String confirmation =
                second.confirmation(pins, told)
                        .orElseThrow(() ->
                                new CannotRun(
                                        ExitCode.BAD_USAGE,
                                        "say with --confirmed-by NUMBER who confirms it"));
        return till.command(
                "/cash/confirmations", List.of(Json.field("movement", movement), confirmation));
    }

    private static Money amount(String typed) {
        int equals = typed.indexOf('=');
        if (equals < 0)
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "'" + typed + "' is no amount: write CURRENCY=N, such as GBP=19.00");
        return TypedMoney.of(typed.substring(equals + 1), typed.substring(0, equals));
    }

    private static List<String> words(JsonAnswer confirmed) {
        List<String> lines = new ArrayList<>();
        lines.add(
                Written.title(confirmed.text("kind"))
                        + " is confirmed by "
                        + confirmed.text("by")
                        + ".");
        for (JsonAnswer each : confirmed.list("amounts"))
            lines.add(
                    "  recorded "
                            + Written.money(each.money("given"))
                            + ", confirmed "
                            + Written.money(each.money("confirmed")));
        return lines;
    }
}
