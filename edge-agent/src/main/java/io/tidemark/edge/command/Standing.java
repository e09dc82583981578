package io.tidemark.edge.command;

import io.tidemark.node.command.AnswerTable;
import io.tidemark.node.paper.Written;
import io.tidemark.node.running.JsonAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where the count of a drawer stands, in words; never what should be there. */
final class Standing {
    private Standing() {}

    static List<String> words(JsonAnswer standing) {
        boolean isNothing = standing.text("step").equals("COUNT") && drawers(standing).isEmpty();
        if (isNothing) return List.of("No day is open: there is nothing to count.");
        List<String> lines = new ArrayList<>(List.of(step(standing)));
        if (standing.is("required") && !standing.text("step").equals("SETTLED"))
            lines.add("The day is not closed before the till is settled.");
        return lines;
    }

    private static String step(JsonAnswer standing) {
        String drawers = drawers(standing);
        return switch (standing.text("step")) {
            case "COUNT" ->
                    "To be counted: "
                            + drawers
                            + ". ./tidemark cash count DIR CURRENCY=AMOUNT, or CURRENCY=FACExN,FACExN";
            case "RECOUNT" ->
                    "Over or short by more than the shop tolerates: count again, " + drawers;
            case "REASON" ->
                    "Still over or short: "
                            + drawers
                            + ". ./tidemark cash settle DIR --reason TEXT --supervisor NUMBER, who did not"
                            + " count";
            case "READY" -> "The count is in order: ./tidemark cash settle DIR";
            case "SETTLED" -> "The till is settled.";
            case String other -> "The till says: " + other;
        };
    }

    private static String drawers(JsonAnswer standing) {
        return standing.list("drawers").stream()
                .map(each -> Written.words(each.text("tender")) + " " + each.text("currency"))
                .collect(Collectors.joining(", "));
    }

    /** What was held against what, once the till is settled. */
    static List<String> overShort(List<JsonAnswer> drawers) {
        return AnswerTable.of("Over and short", drawers)
                .text("Tender", Standing::tender)
                .amount("Expected", "expected")
                .amount("Counted", "counted")
                .figures("Over/short", each -> Written.signed(each.money("overShort")))
                .lines();
    }

    private static String tender(JsonAnswer drawer) {
        return Written.title(drawer.text("tender"))
                + " "
                + drawer.money("counted").currency().code();
    }
}
