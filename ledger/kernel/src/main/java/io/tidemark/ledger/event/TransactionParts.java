package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;

/** What a sale and a return have in common: their bytes and their balance. */
record TransactionParts(
        CurrencyCode currency, List<Line> lines, List<Tender> tenders, Money change) {
    private static final int FIELDS = 4;

    /** Tenders − change = total, all in one currency, or the transaction is refused. */
    void requireBalance() {
        if (lines.isEmpty()) throw new IllegalArgumentException("a transaction needs a line");
        Items.atMost(lines.size(), Limits.LINES_MAX, "lines in one basket");
        Items.atMost(tenders.size(), Limits.TENDERS_MAX, "tenders");
        if (change.isNegative()) throw new IllegalArgumentException("change is never negative");
        change.requireSummable("the change");
        Money total = Money.sum(currency, lines, Line::gross);
        total.requireSummable("the total");
        Money paid = Money.sum(currency, tenders, Tender::base).minus(change);
        if (!paid.equals(total))
            throw new IllegalArgumentException(
                    "tenders less change are " + paid + " where the total is " + total);
    }

    /** The array [currency, lines, tenders, change]. */
    void writeTo(CborWriter writer) {
        writer.array(FIELDS)
                .text(currency.code())
                .list(lines, Line::writeTo)
                .list(tenders, Tender::writeTo)
                .integer(change.minor());
    }

    static TransactionParts readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () -> {
                    CurrencyCode currency = Items.currency(reader);
                    return new TransactionParts(
                            currency,
                            reader.list(Limits.LINES_MAX, () -> Line.readFrom(currency, reader)),
                            reader.list(
                                    Limits.TENDERS_MAX, () -> Tender.readFrom(currency, reader)),
                            Items.minor(currency, reader));
                });
    }
}
