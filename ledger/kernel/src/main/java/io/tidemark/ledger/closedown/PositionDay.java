package io.tidemark.ledger.closedown;

import io.tidemark.ledger.event.ExchangeTotal;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.exchange.Position;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One day of a position: all that came in first, then what was sold, then what was paid out. Told
 * everything, and then closed. Always: cost after = cost before + paid − received + cost of what
 * joined + realised.
 */
final class PositionDay {
    private final CurrencyCode foreign;
    private final CurrencyCode base;
    private Position position;
    private Money realised;
    private Position in;
    private Position out;
    private Position joined;
    private Money paidOut;

    PositionDay(Position before) {
        this.foreign = before.amount().currency();
        this.base = before.cost().currency();
        this.position = before;
        this.realised = Money.zero(base);
        this.in = Position.none(foreign, base);
        this.out = Position.none(foreign, base);
        this.joined = Position.none(foreign, base);
        this.paidOut = Money.zero(foreign);
    }

    void exchanged(ExchangeTotal of) {
        in = sum(in, of.bought(), of.paid());
        out = sum(out, of.sold(), of.received());
        in = sum(in, of.brought(), of.cost());
        joined = sum(joined, of.brought(), of.cost());
    }

    /**
     * What a drawer got and gave but by exchange: for goods at what it counted as there, paid in at
     * the middle rate, or at no cost where none was ever known.
     */
    void joined(TenderAccount drawer, @Nullable ExchangeRate mid) {
        taken(drawer.sales(), drawer.base());
        Money paidIn = drawer.paidIn();
        Money cost = mid == null ? Money.zero(base) : mid.convert(paidIn, base);
        in = sum(in, paidIn, cost);
        joined = sum(joined, paidIn, cost);
        paidOut = drawer.paidOut();
    }

    private void taken(Money amount, Money counted) {
        joined = sum(joined, amount, counted);
        if (amount.isZero()) realised = realised.minus(counted);
        else if (amount.isNegative()) out = sum(out, amount.negated(), counted.negated());
        else in = sum(in, amount, counted);
    }

    void close() {
        Position.Moved bought = position.bought(in.amount(), in.cost());
        Position.Moved sold = bought.after().sold(out.amount(), out.cost());
        realised = realised.plus(bought.realised()).plus(sold.realised());
        // Paid out is no sale: it takes its part of the cost along, and earns nothing.
        Position.Moved left = sold.after().sold(paidOut, Money.zero(base));
        joined = sum(joined, paidOut.negated(), left.realised());
        position = left.after();
    }

    Position position() {
        return position;
    }

    Money realised() {
        return realised;
    }

    Position joined() {
        return joined;
    }

    private static Position sum(Position to, Money amount, Money cost) {
        return new Position(to.amount().plus(amount), to.cost().plus(cost));
    }
}
