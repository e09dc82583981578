package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;

/** What a sale and a return have in common: their bytes and their balance. */
record TransactionParts(
        CurrencyCode currency,
        List<Line> lines,
        List<Tender> tenders,
        Money change,
        TransactionDetails details) {
    private static final int FIELDS = 4;

    /** Added later, and left out where there are none. */
    private static final int FIELDS_WITH_DETAILS = 5;

    static List<Line> some(List<Line> lines) {
        if (lines.isEmpty()) throw new IllegalArgumentException("a transaction needs a line");
        Items.atMost(lines.size(), Limits.LINES_MAX, "lines in one basket");
        return List.copyOf(lines);
    }

    /**
     * Tenders − change = total, all in one currency, and every discount is shared out to the lines,
     * or the transaction is refused.
     */
    void requireBalance() {
        some(lines);
        details.in(currency);
        Items.atMost(tenders.size(), Limits.TENDERS_MAX, "tenders");
        if (change.isNegative()) throw new IllegalArgumentException("change is never negative");
        change.requireSummable("the change");
        Money total = Money.sum(currency, lines, Line::gross);
        total.requireSummable("the total");
        Money paid = Money.sum(currency, tenders, Tender::base).minus(change);
        if (!paid.equals(total))
            throw new IllegalArgumentException(
                    "tenders less change are " + paid + " where the total is " + total);
        requireShared();
    }

    private void requireShared() {
        long[] left = new long[details.discounts().size()];
        for (int i = 0; i < left.length; i++) left[i] = details.discounts().get(i).amount().minor();
        for (Line line : lines)
            for (LineDetails.DiscountShare share : line.details().shares()) {
                if (share.discount() >= left.length)
                    throw new IllegalArgumentException(
                            "a line has a share of discount "
                                    + (share.discount() + 1)
                                    + ", and there are "
                                    + left.length);
                left[share.discount()] =
                        Math.subtractExact(left[share.discount()], share.amount().minor());
            }
        for (int i = 0; i < left.length; i++)
            if (left[i] != 0)
                throw new IllegalArgumentException(
                        "discount "
                                + (i + 1)
                                + " is not shared out to the lines: "
                                + new Money(left[i], currency)
                                + " is left");
    }

    /** The array [currency, lines, tenders, change], and the details where there are any. */
    void writeTo(CborWriter writer) {
        writer.array(details.isNone() ? FIELDS : FIELDS_WITH_DETAILS)
                .text(currency.code())
                .list(lines, Line::writeTo)
                .list(tenders, Tender::writeTo)
                .integer(change.minor());
        if (!details.isNone()) details.writeTo(writer);
    }

    static TransactionParts readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                FIELDS_WITH_DETAILS,
                there -> {
                    CurrencyCode currency = Items.currency(reader);
                    return new TransactionParts(
                            currency,
                            reader.list(Limits.LINES_MAX, () -> Line.readFrom(currency, reader)),
                            reader.list(
                                    Limits.TENDERS_MAX, () -> Tender.readFrom(currency, reader)),
                            Items.minor(currency, reader),
                            there == FIELDS || reader.takeNothing()
                                    ? TransactionDetails.NONE
                                    : TransactionDetails.readFrom(currency, reader));
                });
    }
}
