package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;

/**
 * A parked basket was taken up again; it is then paid, suspended again or voided under its id.
 *
 * @param workstation where it had been suspended
 */
public record BasketResumed(String id, String workstation) implements Event {
    public BasketResumed {
        Items.within(id, Limits.CODE_MAX, "a basket's id");
        Items.within(workstation, Limits.CODE_MAX, "a workstation");
    }

    void writeTo(CborWriter writer) {
        writer.array(2).text(id).text(workstation);
    }

    static BasketResumed readFrom(CborReader reader) {
        return reader.fields(2, () -> new BasketResumed(Items.code(reader), Items.code(reader)));
    }
}
