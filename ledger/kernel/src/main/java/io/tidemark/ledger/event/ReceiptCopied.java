package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;

/**
 * A receipt was printed again, marked as a copy.
 *
 * @param copy which one, from 1
 */
public record ReceiptCopied(OriginalReceipt receipt, int copy) implements Event {
    public ReceiptCopied {
        if (copy < 1) throw new IllegalArgumentException("copies are numbered from 1");
    }

    void writeTo(CborWriter writer) {
        receipt.writeTo(writer.array(2));
        writer.integer(copy);
    }

    static ReceiptCopied readFrom(CborReader reader) {
        return reader.fields(
                2,
                () ->
                        new ReceiptCopied(
                                OriginalReceipt.readFrom(reader),
                                reader.integer(1, Integer.MAX_VALUE)));
    }
}
