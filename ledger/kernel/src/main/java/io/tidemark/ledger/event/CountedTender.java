package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.Money;

/** What a person counted of one tender in one currency; never negative. */
public record CountedTender(TenderType type, Money amount) {
    public CountedTender {
        if (amount.isNegative())
            throw new IllegalArgumentException("a count is never negative: " + amount);
        amount.requireSummable("a count");
    }

    void writeTo(CborWriter writer) {
        Items.money(amount, writer.array(2).text(type.code()));
    }

    static CountedTender readFrom(CborReader reader) {
        return reader.fields(
                2,
                () -> new CountedTender(new TenderType(Items.code(reader)), Items.money(reader)));
    }
}
