package io.tidemark.ledger.event;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;

/**
 * One device's part of a store's close-down.
 *
 * @param first sequence of the first entry taken in, 0 where there is none
 * @param last sequence of the last
 * @param head the journal's hash at {@code last}
 * @param zNumber of its till Z, 0 where it did not close its day
 */
public record TillDay(
        String device,
        int epoch,
        String workstation,
        long first,
        long last,
        Hash head,
        long zNumber,
        Totals totals,
        ReceiptDigest receipts) {
    private static final int FIELDS = 9;

    public TillDay {
        if (first < 0 || last < 0 || (first == 0) != (last == 0) || last < first)
            throw new IllegalArgumentException("a day of entries " + first + " to " + last);
    }

    public boolean isClosed() {
        return zNumber > 0;
    }

    void writeTo(CborWriter writer) {
        writer.array(FIELDS).text(device).integer(epoch).text(workstation);
        writer.integer(first).integer(last).bytes(head.toBytes()).integer(zNumber);
        totals.writeTo(writer);
        writer.bytes(receipts.hash().toBytes());
    }

    static TillDay readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new TillDay(
                                reader.text(NodeName.LABEL_MAX),
                                reader.integer(1, Integer.MAX_VALUE),
                                reader.text(Limits.CODE_MAX),
                                reader.integer(),
                                reader.integer(),
                                Items.hash(reader),
                                reader.integer(),
                                Totals.readFrom(reader),
                                new ReceiptDigest(Items.hash(reader))));
    }
}
