package io.tidemark.ledger.question;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.Quantity;
import java.time.LocalDate;

/**
 * How much of a receipt's line came back with one other receipt.
 *
 * @param line its position on the receipt asked about, from 1
 * @param workstation that took it back
 * @param day business day of the return
 * @param receipt the return's number
 * @param quantity positive; negative where a return was itself taken back
 */
public record ReturnedPart(
        int line, String workstation, LocalDate day, long receipt, Quantity quantity) {
    public ReturnedPart {
        Parts.within(workstation, Limits.CODE_MAX, "a workstation");
        if (line < 1 || receipt < 1)
            throw new IllegalArgumentException("receipts and lines are numbered from 1");
    }

    void writeTo(CborWriter writer) {
        writer.array(7).integer(line).text(workstation).integer(day.toEpochDay()).integer(receipt);
        quantity.writeTo(writer);
    }

    static ReturnedPart readFrom(CborReader reader) {
        return reader.fields(
                7,
                () ->
                        new ReturnedPart(
                                reader.integer(1, Limits.LINES_MAX),
                                Parts.code(reader),
                                Parts.day(reader),
                                reader.integer(),
                                Quantity.readFrom(reader)));
    }
}
