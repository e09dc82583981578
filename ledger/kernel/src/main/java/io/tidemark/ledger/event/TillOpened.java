package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.Money;
import java.util.List;

/**
 * The drawer is in, with this float: one amount per currency, each at most once, never negative.
 *
 * @param twoSided whether another person is to confirm it: {@link CashConfirmed}
 */
public record TillOpened(List<Money> cashFloat, boolean twoSided) implements Event {
    public TillOpened {
        cashFloat = List.copyOf(cashFloat);
        Items.atMost(cashFloat.size(), Limits.TENDERS_MAX, "floats");
        if (cashFloat.stream().anyMatch(Money::isNegative))
            throw new IllegalArgumentException("a float is never negative");
        cashFloat.forEach(amount -> amount.requireSummable("a float"));
        if (cashFloat.stream().map(Money::currency).distinct().count() != cashFloat.size())
            throw new IllegalArgumentException("one float per currency");
    }

    /** That nobody is to confirm. */
    public TillOpened(List<Money> cashFloat) {
        this(cashFloat, false);
    }

    /** What another person is to confirm: of nothing there is nothing to say. */
    public List<Money> given() {
        return twoSided
                ? cashFloat.stream().filter(amount -> !amount.isZero()).toList()
                : List.of();
    }

    void writeTo(CborWriter writer) {
        writer.array(twoSided ? 2 : 1).list(cashFloat, Items::money);
        if (twoSided) writer.bool(true);
    }

    static TillOpened readFrom(CborReader reader) {
        return reader.fields(
                1,
                2,
                there ->
                        new TillOpened(
                                reader.list(Limits.TENDERS_MAX, () -> Items.money(reader)),
                                there == 2 && reader.bool()));
    }
}
