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
 * @param checked whether it was held against that receipt, here or at the gateway; false where
 *     neither could be asked
 */
public record OriginalLine(
        String store, String workstation, LocalDate day, long receipt, int line, boolean checked) {
    private static final int FIELDS = 5;

    /** Added later, and left out where it was not checked. */
    private static final int FIELDS_CHECKED = 6;

    public OriginalLine {
        Items.within(store, NodeName.LABEL_MAX, "a store");
        Items.within(workstation, Limits.CODE_MAX, "a workstation");
        if (receipt < 1 || line < 1)
            throw new IllegalArgumentException("receipts and lines are numbered from 1");
    }

    /** As somebody said it: not checked yet. */
    public OriginalLine(String store, String workstation, LocalDate day, long receipt, int line) {
        this(store, workstation, day, receipt, line, false);
    }

    /** The same, held against its receipt. */
    public OriginalLine held() {
        return new OriginalLine(store, workstation, day, receipt, line, true);
    }

    /** The same, whether it was checked or not. */
    public OriginalLine key() {
        return checked ? new OriginalLine(store, workstation, day, receipt, line) : this;
    }

    void writeTo(CborWriter writer) {
        writer.array(checked ? FIELDS_CHECKED : FIELDS)
                .text(store)
                .text(workstation)
                .integer(day.toEpochDay())
                .integer(receipt)
                .integer(line);
        if (checked) writer.bool(true);
    }

    static OriginalLine readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                FIELDS_CHECKED,
                there ->
                        new OriginalLine(
                                Items.code(reader),
                                Items.code(reader),
                                Items.day(reader),
                                reader.integer(),
                                reader.integer(1, Limits.LINES_MAX),
                                there == FIELDS_CHECKED && reader.bool()));
    }
}
