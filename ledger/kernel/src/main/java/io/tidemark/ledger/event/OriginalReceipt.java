package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.time.LocalDate;

/** An earlier receipt, as a whole. */
public record OriginalReceipt(String store, String workstation, LocalDate day, long receipt) {
    public OriginalReceipt {
        Items.within(store, NodeName.LABEL_MAX, "a store");
        Items.within(workstation, Limits.CODE_MAX, "a workstation");
        if (receipt < 1) throw new IllegalArgumentException("receipts are numbered from 1");
    }

    /** The array [store, workstation, day, receipt]. */
    public void writeTo(CborWriter writer) {
        writer.array(4).text(store).text(workstation).integer(day.toEpochDay()).integer(receipt);
    }

    public static OriginalReceipt readFrom(CborReader reader) {
        return reader.fields(
                4,
                () ->
                        new OriginalReceipt(
                                Items.code(reader),
                                Items.code(reader),
                                Items.day(reader),
                                reader.integer()));
    }
}
