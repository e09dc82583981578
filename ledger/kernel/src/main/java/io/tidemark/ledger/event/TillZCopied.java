package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.time.LocalDate;

/**
 * A till Z was printed again, marked as a copy.
 *
 * @param zNumber whose
 * @param day that it ended
 * @param copy which one, from 1
 */
public record TillZCopied(long zNumber, LocalDate day, int copy) implements Event {
    private static final int FIELDS = 3;

    public TillZCopied {
        if (zNumber < 1) throw new IllegalArgumentException("Z numbers start at 1, not " + zNumber);
        if (copy < 1) throw new IllegalArgumentException("copies are numbered from 1");
    }

    void writeTo(CborWriter writer) {
        writer.array(FIELDS).integer(zNumber).integer(day.toEpochDay()).integer(copy);
    }

    static TillZCopied readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new TillZCopied(
                                reader.integer(),
                                Items.day(reader),
                                reader.integer(1, Integer.MAX_VALUE)));
    }
}
