package io.tidemark.ledger.event;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * Cash that one person recorded as moved and no other has confirmed.
 *
 * @param movement the command that recorded it
 * @param kind of its entry, by the name of its type
 * @param day business day of that
 * @param operator who recorded it
 */
public record UnconfirmedCash(
        CommandId movement, String kind, LocalDate day, String operator, List<Money> amounts) {
    /** Of one workstation at one time. */
    public static final int LISTED_MAX = 1_000;

    private static final int FIELDS = 5;

    public UnconfirmedCash {
        amounts = List.copyOf(amounts);
    }

    void writeTo(CborWriter writer) {
        movement.writeTo(writer.array(FIELDS));
        writer.text(kind).integer(day.toEpochDay()).text(operator).list(amounts, Items::money);
    }

    static UnconfirmedCash readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new UnconfirmedCash(
                                CommandId.readFrom(reader),
                                Items.code(reader),
                                Items.day(reader),
                                Items.code(reader),
                                reader.list(Limits.TENDERS_MAX, () -> Items.money(reader))));
    }
}
