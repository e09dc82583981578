package io.tidemark.ledger.event;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.util.List;

/**
 * The till Z: the workstation's day has ended, with these figures.
 *
 * @param zNumber numbered once per workstation, never used again
 * @param first sequence of the day's first entry
 * @param last sequence of the entry before this one
 * @param head the journal's hash there
 * @param unconfirmed cash that moved, also on earlier days, and that no other person has confirmed
 */
public record TillDayClosed(
        long zNumber,
        long first,
        long last,
        Hash head,
        Totals totals,
        ReceiptDigest receipts,
        List<UnconfirmedCash> unconfirmed)
        implements Event {
    private static final int FIELDS_LEAST = 6;
    private static final int FIELDS = 7;

    public TillDayClosed {
        unconfirmed = List.copyOf(unconfirmed);
        Items.atMost(unconfirmed.size(), UnconfirmedCash.LISTED_MAX, "unconfirmed movements");
        if (zNumber < 1) throw new IllegalArgumentException("Z numbers start at 1, not " + zNumber);
        if (first < 1 || last < first)
            throw new IllegalArgumentException("a day of entries " + first + " to " + last);
    }

    /** With all cash confirmed. */
    public TillDayClosed(
            long zNumber, long first, long last, Hash head, Totals totals, ReceiptDigest receipts) {
        this(zNumber, first, last, head, totals, receipts, List.of());
    }

    void writeTo(CborWriter writer) {
        writer.array(unconfirmed.isEmpty() ? FIELDS_LEAST : FIELDS);
        writer.integer(zNumber).integer(first).integer(last).bytes(head.toBytes());
        totals.writeTo(writer);
        writer.bytes(receipts.hash().toBytes());
        if (!unconfirmed.isEmpty()) writer.list(unconfirmed, UnconfirmedCash::writeTo);
    }

    static TillDayClosed readFrom(CborReader reader) {
        return reader.fields(
                FIELDS_LEAST,
                FIELDS,
                there ->
                        new TillDayClosed(
                                reader.integer(),
                                reader.integer(),
                                reader.integer(),
                                Items.hash(reader),
                                Totals.readFrom(reader),
                                new ReceiptDigest(Items.hash(reader)),
                                there == FIELDS ? unconfirmed(reader) : List.of()));
    }

    private static List<UnconfirmedCash> unconfirmed(CborReader reader) {
        return reader.list(UnconfirmedCash.LISTED_MAX, () -> UnconfirmedCash.readFrom(reader));
    }
}
