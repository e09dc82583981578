package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.time.LocalDate;

/**
 * A transfer to or from another store that a close-down took in, as its device recorded it: so head
 * office, which has no devices' journals, can hold both ends against each other.
 *
 * @param moment when and where it was recorded
 * @param moved one of the two kinds of transfers
 */
public record StoreTransfer(
        LocalDate day, int supplement, StockOfDay.Moment moment, String operator, StockMoved moved)
        implements StoreDayFigures {
    private static final int FIELDS = 6;

    public StoreTransfer {
        if (!moved.isTransfer())
            throw new IllegalArgumentException("a " + moved.kind() + " goes to no other store");
    }

    /** Whether the goods came, or went. */
    public boolean isIncoming() {
        return moved.kind() == StockMoved.Kind.TRANSFER_IN;
    }

    /** The array [day, supplement, moment, operator, 0 out or 1 in, movement]. */
    void writeTo(CborWriter writer) {
        writer.array(FIELDS).integer(day.toEpochDay()).integer(supplement);
        moment.writeTo(writer);
        writer.text(operator).integer(isIncoming() ? 1 : 0);
        moved.writeTo(writer);
    }

    static StoreTransfer readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new StoreTransfer(
                                Items.day(reader),
                                reader.integer(0, Integer.MAX_VALUE),
                                StockOfDay.Moment.readFrom(reader),
                                Items.code(reader),
                                StockMoved.readFrom(
                                        reader.integer(0, 1) == 1
                                                ? StockMoved.Kind.TRANSFER_IN
                                                : StockMoved.Kind.TRANSFER_OUT,
                                        reader)));
    }
}
