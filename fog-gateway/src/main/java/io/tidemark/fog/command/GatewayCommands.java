package io.tidemark.fog.command;

import io.tidemark.node.command.CommandGroup;
import io.tidemark.node.running.PinAsked;
import java.util.List;
import java.util.Map;

/** What a gateway's command line has for people. */
public final class GatewayCommands {
    private GatewayCommands() {}

    public static List<Object> all(PinAsked pins) {
        return List.of(
                new CloseDownCommand(pins),
                CommandGroup.of(
                        "report",
                        "Reports of a gateway that runs.",
                        Map.of("store-z", new ReportStoreZ(), "days", new ReportDays())),
                CommandGroup.of(
                        "exchange",
                        "Currencies of a store, at its gateway that runs.",
                        Map.of(
                                "rates", new ExchangeRates(),
                                "positions", new ExchangePositions(),
                                "receipts", new ExchangeReceipts())),
                CommandGroup.of(
                        "stock",
                        "Goods of a store, at its gateway that runs.",
                        Map.of(
                                "list", new StockList(),
                                "counts", new StockCounts(),
                                "movements", new StockMovements())));
    }
}
