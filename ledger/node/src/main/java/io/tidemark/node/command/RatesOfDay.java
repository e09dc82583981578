package io.tidemark.node.command;

import io.tidemark.node.running.JsonAnswer;
import java.util.List;

/** At which rates currencies are bought and sold, as a till and a gateway tell it. */
public final class RatesOfDay {
    private RatesOfDay() {}

    /**
     * @param base in which a unit of each is told
     */
    public static List<String> words(JsonAnswer told, String base) {
        String day = told.text("day");
        List<JsonAnswer> rates = told.list("rates");
        if (rates.isEmpty()) return List.of("No currency is exchanged here on " + day + ".");
        return AnswerTable.of("Rates of " + day + ", " + base + " a unit", rates)
                .text("Currency", "currency")
                .figures("We buy", "buy")
                .figures("Middle", "mid")
                .figures("We sell", "sell")
                .figures("Allowed from", "low")
                .figures("to", "high")
                .text("Since", "from")
                .lines();
    }
}
