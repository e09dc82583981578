package io.tidemark.edge.command;

import io.tidemark.ledger.money.Money;
import io.tidemark.node.command.AtHand;
import io.tidemark.node.command.SupervisorOptions;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        description = {
            "Records cash that enters or leaves the drawer without a sale, as of whoever is signed on at"
                    + " the till.",
            "float, loan: cash brought to the drawer. pickup: cash to the safe. safe-drop: cash into a drop"
                    + " safe. paid-in, paid-out: cash for a reason that is no sale.",
            "It has two sides: another person confirms it, here with --confirmed-by or later with `cash"
                    + " confirm`."
        },
        mixinStandardHelpOptions = true)
final class CashMove implements Callable<Integer> {
    private final String kind;
    private final PinAsked pins;

    @Mixin private final AtHand atHand = new AtHand();
    @Mixin private final SupervisorOptions supervisor = new SupervisorOptions();
    @Mixin private final SecondPerson second = new SecondPerson();

    @Option(names = "--amount", required = true, paramLabel = "N", description = "Such as 20.00.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private String amount;

    @Option(
            names = "--currency",
            paramLabel = "C",
            description = "ISO 4217; the store's if left out.")
    private @Nullable String currency;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record.")
    private @Nullable String reason;

    @Option(
            names = "--cost",
            paramLabel = "N",
            description =
                    "Of a float or loan in a foreign currency that is new to the store: what it cost, in the"
                            + " store's currency.")
    private @Nullable String cost;

    /**
     * @param kind as the API names it
     */
    CashMove(String kind, PinAsked pins) {
        this.kind = kind;
        this.pins = pins;
    }

    @Override
    public Integer call() {
        if (supervisor.isPiped() && second.isPiped())
            throw new CannotRun(
                    ExitCode.BAD_USAGE, "only one PIN can be piped in: give a file for the other");
        atHand.tell(NodeRole.TILL, this::asked, CashMove::words);
        return ExitCode.OK.code();
    }

    private Reply asked(NodeAtHand till) {
        Money moved = TypedMoney.of(amount, currency == null ? storeCurrency(till) : currency);
        List<String> fields = new ArrayList<>();
        fields.add(Json.raw("amount", TypedMoney.json(moved)));
        if (reason != null) fields.add(Json.field("reason", reason));
        if (cost != null)
            fields.add(Json.raw("cost", TypedMoney.json(TypedMoney.of(cost, storeCurrency(till)))));
        supervisor.approval(pins, reason).ifPresent(fields::add);
        second.confirmation(pins, List.of()).ifPresent(fields::add);
        return till.command("/cash/" + kind, fields);
    }

    private String storeCurrency(NodeAtHand till) {
        return atHand.read(
                atHand.accepted(till.get("/status")), status -> status.at("currency").text("code"));
    }

    private static List<String> words(JsonAnswer moved) {
        String what = Written.title(moved.text("kind")) + ", " + moved.text("businessDay");
        return moved.is("confirmed")
                ? List.of(what + ": recorded and confirmed.")
                : List.of(
                        what + ": recorded, and to be confirmed by another person:",
                        "  ./tidemark cash confirm DIR "
                                + moved.text("movement")
                                + " --confirmed-by NUMBER");
    }
}
