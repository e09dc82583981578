package io.tidemark.edge.command;

import io.tidemark.node.command.CommandGroup;
import io.tidemark.node.running.PinAsked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a till's command line has for people. */
public final class TillCommands {
    private TillCommands() {}

    public static List<Object> all(PinAsked pins) {
        return List.of(
                CommandGroup.of(
                        "report",
                        "Reports of a till that runs.",
                        Map.of("x", new ReportX(pins), "z", new ReportZ(), "zs", new ReportZs())),
                CommandGroup.of("cash", "The drawer of a till that runs.", cash(pins)),
                CommandGroup.of(
                        "exchange",
                        "Currencies at a till that runs.",
                        Map.of("rates", new ExchangeRates())));
    }

    private static Map<String, Object> cash(PinAsked pins) {
        Map<String, Object> commands = new LinkedHashMap<>();
        commands.put("status", new CashStatus());
        commands.put("count", new CashCount());
        commands.put("settle", new CashSettle(pins));
        for (String kind : List.of("float", "loan", "pickup", "safe-drop", "paid-in", "paid-out"))
            commands.put(kind, new CashMove(kind, pins));
        commands.put("unconfirmed", new CashUnconfirmed());
        commands.put("confirm", new CashConfirm(pins));
        return commands;
    }
}
