package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;

/** The drawer was opened without a sale. */
public record NoSale(String reason) implements Event {
    public NoSale {
        Items.within(reason, Limits.TEXT_MAX, "a reason");
    }

    void writeTo(CborWriter writer) {
        writer.array(1).text(reason);
    }

    static NoSale readFrom(CborReader reader) {
        return reader.fields(1, () -> new NoSale(reader.text(Limits.TEXT_MAX)));
    }
}
