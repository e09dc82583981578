package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.time.LocalDate;

/**
 * The line of an earlier receipt that is returned.
 *
 * @param line its position on that receipt, from 1
 */
public record OriginalLine(
        String store, String workstation, LocalDate day, long receipt, int line) {
    public OriginalLine {
        Items.within(store, NodeName.LABEL_MAX, "a store");
        Items.within(workstation, Limits.CODE_MAX, "a workstation");
        if (receipt < 1 || line < 1)
            throw new IllegalArgumentException("receipts and lines are numbered from 1");
    }

    void writeTo(CborWriter writer) {
        writer.array(5)
                .text(store)
                .text(workstation)
                .integer(day.toEpochDay())
                .integer(receipt)
                .integer(line);
    }

    static OriginalLine readFrom(CborReader reader) {
        return reader.fields(
                5,
                () ->
                        new OriginalLine(
                                Items.code(reader),
                                Items.code(reader),
                                Items.day(reader),
                                reader.integer(),
                                reader.integer(1, Limits.LINES_MAX)));
    }
}
