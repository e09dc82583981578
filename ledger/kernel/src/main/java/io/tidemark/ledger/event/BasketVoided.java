package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;

/**
 * A basket was given up before it was paid.
 *
 * @param details its discounts, approvals and reason, and its id where it had been suspended
 */
public record BasketVoided(CurrencyCode currency, List<Line> lines, TransactionDetails details)
        implements Event {
    public BasketVoided {
        lines = TransactionParts.some(lines);
        details = details.in(currency);
    }

    public Money total() {
        return Money.sum(currency, lines, Line::gross);
    }

    void writeTo(CborWriter writer) {
        writer.array(3).text(currency.code()).list(lines, Line::writeTo);
        details.writeTo(writer);
    }

    static BasketVoided readFrom(CborReader reader) {
        return reader.fields(
                3,
                () -> {
                    CurrencyCode currency = Items.currency(reader);
                    return new BasketVoided(
                            currency,
                            reader.list(Limits.LINES_MAX, () -> Line.readFrom(currency, reader)),
                            TransactionDetails.readFrom(currency, reader));
                });
    }
}
