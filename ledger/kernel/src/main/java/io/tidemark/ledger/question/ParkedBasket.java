package io.tidemark.ledger.question;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A basket that waits to be taken up again.
 *
 * @param workstation where it was suspended
 * @param day business day on which
 * @param total as it was priced then
 */
public record ParkedBasket(
        String basket,
        String workstation,
        LocalDate day,
        Instant at,
        String operator,
        int lines,
        Money total) {
    public ParkedBasket {
        Parts.within(basket, Limits.CODE_MAX, "a basket's id");
        Parts.within(workstation, Limits.CODE_MAX, "a workstation");
        Parts.within(operator, Limits.CODE_MAX, "an operator");
    }

    void writeTo(CborWriter writer) {
        writer.array(7).text(basket).text(workstation).integer(day.toEpochDay());
        Parts.time(at, writer);
        writer.text(operator).integer(lines);
        Parts.money(total, writer);
    }

    static ParkedBasket readFrom(CborReader reader) {
        return reader.fields(
                7,
                () ->
                        new ParkedBasket(
                                Parts.code(reader),
                                Parts.code(reader),
                                Parts.day(reader),
                                Parts.time(reader),
                                Parts.code(reader),
                                reader.integer(1, Limits.LINES_MAX),
                                Parts.money(reader)));
    }
}
