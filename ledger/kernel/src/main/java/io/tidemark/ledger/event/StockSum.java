package io.tidemark.ledger.event;

import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Unit;
import java.util.ArrayList;
import java.util.List;

/** Adds up goods by flow and unit: arrays, since every sale line passes here. */
final class StockSum {
    private static final int UNITS = Unit.values().length;
    private static final int CELLS = StockFlow.values().length * UNITS;

    private final CurrencyCode currency;
    private final long[] movements = new long[CELLS];
    private final long[] thousandths = new long[CELLS];
    private final long[] costMinor = new long[CELLS];

    StockSum(CurrencyCode currency) {
        this.currency = currency;
    }

    /** Goods of a sale, a return, or one that was post-voided. */
    void add(Line line, boolean postVoided) {
        boolean sold = line.quantity().isNegative() == postVoided;
        StockFlow flow = sold ? StockFlow.SOLD : StockFlow.RETURNED;
        long sign = sold ? 1 : -1;
        Money cost = line.details().cost();
        add(
                cell(flow, line.quantity().unit()),
                1,
                sign * line.quantity().thousandths(),
                cost == null ? 0 : sign * cost.minor());
    }

    void add(StockFlow flow, StockLine line) {
        Money cost = line.cost();
        add(
                cell(flow, line.quantity().unit()),
                1,
                line.quantity().thousandths(),
                cost == null ? 0 : cost.minor());
    }

    void add(StockTotal other) {
        add(
                cell(other.flow(), other.unit()),
                other.movements(),
                other.thousandths(),
                other.cost().minor());
    }

    private void add(int cell, long moved, long quantity, long cost) {
        movements[cell] = Math.addExact(movements[cell], moved);
        thousandths[cell] = Math.addExact(thousandths[cell], quantity);
        costMinor[cell] = Math.addExact(costMinor[cell], cost);
    }

    private static int cell(StockFlow flow, Unit unit) {
        return flow.ordinal() * UNITS + unit.ordinal();
    }

    /** By flow, then unit; none of what did not move. */
    List<StockTotal> totals() {
        List<StockTotal> totals = new ArrayList<>();
        for (int cell = 0; cell < CELLS; cell++)
            if (movements[cell] != 0)
                totals.add(
                        new StockTotal(
                                StockFlow.values()[cell / UNITS],
                                Unit.values()[cell % UNITS],
                                movements[cell],
                                thousandths[cell],
                                new Money(costMinor[cell], currency)));
        return totals;
    }
}
