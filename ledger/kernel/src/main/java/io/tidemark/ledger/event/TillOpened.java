package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.Money;
import java.util.List;

/**
 * The drawer is in, with this float: one amount per currency, each at most once, never negative.
 */
public record TillOpened(List<Money> cashFloat) implements Event {
    public TillOpened {
        cashFloat = List.copyOf(cashFloat);
        Items.atMost(cashFloat.size(), Limits.TENDERS_MAX, "floats");
        if (cashFloat.stream().anyMatch(Money::isNegative))
            throw new IllegalArgumentException("a float is never negative");
        cashFloat.forEach(amount -> amount.requireSummable("a float"));
        if (cashFloat.stream().map(Money::currency).distinct().count() != cashFloat.size())
            throw new IllegalArgumentException("one float per currency");
    }

    void writeTo(CborWriter writer) {
        writer.array(1).list(cashFloat, Items::money);
    }

    static TillOpened readFrom(CborReader reader) {
        return reader.fields(
                1,
                () -> new TillOpened(reader.list(Limits.TENDERS_MAX, () -> Items.money(reader))));
    }
}
