package io.tidemark.fog.export.saft;

import io.tidemark.ledger.money.Money;
import java.math.BigDecimal;

/** How often, how much of it, and for how much money. */
record Tallied(long count, BigDecimal quantity, Money amount) {
    static Tallied none(Money zero) {
        return new Tallied(0, BigDecimal.ZERO, zero);
    }

    static Tallied once(Money amount) {
        return new Tallied(1, BigDecimal.ZERO, amount);
    }

    /** That is no time of its own. */
    static Tallied amount(Money amount) {
        return new Tallied(0, BigDecimal.ZERO, amount);
    }

    Tallied plus(Tallied other) {
        return new Tallied(
                Math.addExact(count, other.count),
                quantity.add(other.quantity),
                amount.plus(other.amount));
    }
}
