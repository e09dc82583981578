package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;

/**
 * A basket was parked, to be paid later at this or another till of the store.
 *
 * @param id by which people and other tills find it, unique in the store
 * @param details its discounts; nothing else of it matters yet
 */
public record BasketSuspended(
        String id, CurrencyCode currency, List<Line> lines, TransactionDetails details)
        implements Event {
    public BasketSuspended {
        if (id.isBlank()) throw new IllegalArgumentException("a suspended basket needs an id");
        Items.within(id, Limits.CODE_MAX, "a basket's id");
        lines = TransactionParts.some(lines);
        details = details.in(currency);
    }

    public Money total() {
        return Money.sum(currency, lines, Line::gross);
    }

    void writeTo(CborWriter writer) {
        writer.array(4).text(id).text(currency.code()).list(lines, Line::writeTo);
        details.writeTo(writer);
    }

    public static BasketSuspended readFrom(CborReader reader) {
        return reader.fields(
                4,
                () -> {
                    String id = Items.code(reader);
                    CurrencyCode currency = Items.currency(reader);
                    return new BasketSuspended(
                            id,
                            currency,
                            reader.list(Limits.LINES_MAX, () -> Line.readFrom(currency, reader)),
                            TransactionDetails.readFrom(currency, reader));
                });
    }
}
