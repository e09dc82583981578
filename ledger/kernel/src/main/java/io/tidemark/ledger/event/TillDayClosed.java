package io.tidemark.ledger.event;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;

/**
 * The till Z: the workstation's day has ended, with these figures.
 *
 * @param zNumber numbered once per workstation, never used again
 * @param first sequence of the day's first entry
 * @param last sequence of the entry before this one
 * @param head the journal's hash there
 */
public record TillDayClosed(
        long zNumber, long first, long last, Hash head, Totals totals, ReceiptDigest receipts)
        implements Event {
    private static final int FIELDS = 6;

    public TillDayClosed {
        if (zNumber < 1) throw new IllegalArgumentException("Z numbers start at 1, not " + zNumber);
        if (first < 1 || last < first)
            throw new IllegalArgumentException("a day of entries " + first + " to " + last);
    }

    void writeTo(CborWriter writer) {
        writer.array(FIELDS).integer(zNumber).integer(first).integer(last).bytes(head.toBytes());
        totals.writeTo(writer);
        writer.bytes(receipts.hash().toBytes());
    }

    static TillDayClosed readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new TillDayClosed(
                                reader.integer(),
                                reader.integer(),
                                reader.integer(),
                                Items.hash(reader),
                                Totals.readFrom(reader),
                                new ReceiptDigest(Items.hash(reader))));
    }
}
