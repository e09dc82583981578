package io.tidemark.node.paper;

import io.tidemark.ledger.event.ExchangePosition;
import io.tidemark.ledger.event.ExchangeTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a bureau de change bought and sold, and what it holds at what cost. */
final class StoreZExchange {
    private final StoreDayClosed z;
    private final String currency;

    StoreZExchange(StoreDayClosed z) {
        this.z = z;
        this.currency = z.currency().code();
    }

    Table exchanges() {
        return Table.titled(
                        "Currency exchange",
                        Table.text("Currency"),
                        Table.figures("Exchanges"),
                        Table.figures("Bought"),
                        Table.figures("Paid, " + currency),
                        Table.figures("Sold"),
                        Table.figures("Received, " + currency),
                        Table.figures("Commission"),
                        Table.figures("Spread"),
                        Table.figures("Brought"),
                        Table.figures("Cost, " + currency))
                .rows(z.totals().exchange().stream().map(StoreZExchange::exchange))
                .withoutEmptyColumns();
    }

    private static String[] exchange(ExchangeTotal exchange) {
        return new String[] {
            exchange.currency().code(),
            Written.count(exchange.count()),
            Written.orDash(exchange.bought()),
            Written.orDash(exchange.paid()),
            Written.orDash(exchange.sold()),
            Written.orDash(exchange.received()),
            Written.orDash(exchange.commission()),
            Written.orDash(exchange.spread()),
            Written.orDash(exchange.brought()),
            Written.orDash(exchange.cost())
        };
    }

    /** Average cost, so that anybody can work out what was earned. */
    Table positions() {
        Table table =
                Table.titled(
                        "Positions in foreign currencies, " + currency,
                        Table.text("Currency"),
                        Table.figures("Held before"),
                        Table.figures("Held"),
                        Table.figures("Cost"),
                        Table.figures("Average cost"),
                        Table.figures("Realised"),
                        Table.figures("Middle rate"),
                        Table.figures("Worth"),
                        Table.figures("Revaluation"));
        if (z.exchange().isEmpty()) return table;
        return table.noted(
                        "Held is in the currency itself, all else in "
                                + currency
                                + ". What is sold takes its part of the average cost with it."
                                + joined()
                                + beyond())
                .rows(z.exchange().stream().map(StoreZExchange::position))
                .total(
                        "Total",
                        "",
                        "",
                        sum(position -> position.after().cost()),
                        "",
                        sum(ExchangePosition::realised),
                        "",
                        sum(ExchangePosition::value),
                        sum(ExchangePosition::revaluation));
    }

    /** Without it nobody could add the table up. */
    private String joined() {
        return z.exchange().stream()
                .filter(position -> !position.joined().isNone())
                .map(position ->
                        " Otherwise, for goods, paid in, paid out and floats that were"
                                + " new to the store: "
                                + Written.money(position.joined().amount())
                                + " at "
                                + Written.money(position.joined().cost())
                                + ".")
                .collect(Collectors.joining());
    }

    private String beyond() {
        return z.exchange().stream()
                .filter(ExchangePosition::isBeyondLimit)
                .map(position -> " Beyond its limit: " + Written.money(position.limit()) + ".")
                .collect(Collectors.joining());
    }

    private static String[] position(ExchangePosition position) {
        ExchangeRate mid = position.mid();
        return new String[] {
            position.currency().code(),
            Written.orDash(position.before().amount()),
            Written.figure(position.after().amount()) + (position.isBeyondLimit() ? " !" : ""),
            Written.figure(position.after().cost()),
            position.after().average().toPlainString(),
            Written.orDash(position.realised()),
            mid == null ? "none" : mid.value().toPlainString(),
            Written.figure(position.value()),
            Written.orDash(position.revaluation())
        };
    }

    private String sum(Function<ExchangePosition, Money> figure) {
        return Written.figure(Money.sum(z.currency(), z.exchange(), figure));
    }
}
