package io.tidemark.ledger.question;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.time.Instant;

/**
 * A basket that was taken up again.
 *
 * @param workstation where it was taken up
 */
public record ResumedBasket(String basket, String workstation, Instant at) {
    public ResumedBasket {
        Parts.within(basket, Limits.CODE_MAX, "a basket's id");
        Parts.within(workstation, Limits.CODE_MAX, "a workstation");
    }

    void writeTo(CborWriter writer) {
        Parts.time(at, writer.array(3).text(basket).text(workstation));
    }

    static ResumedBasket readFrom(CborReader reader) {
        return reader.fields(
                3,
                () ->
                        new ResumedBasket(
                                Parts.code(reader), Parts.code(reader), Parts.time(reader)));
    }
}
