package io.tidemark.ledger.event;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.Money;
import java.util.List;

/**
 * Another person says what they got of cash that somebody gave, or gave of what somebody got. What
 * moved in the drawer stays what its own entry says; a difference is told, and is put right by a
 * later movement where it must be.
 *
 * @param movement the command that recorded the movement
 * @param kind of that entry, by the name of its type
 * @param earlierDay whether it is of a business day before this one
 * @param amounts each currency once
 * @param by whose number; never that of who recorded the movement
 * @param note what they say of it, may be empty
 */
public record CashConfirmed(
        CommandId movement,
        String kind,
        boolean earlierDay,
        List<Confirmed> amounts,
        String by,
        String note)
        implements Event {
    private static final int FIELDS = 6;

    /** Of one currency: what the entry says, and what this person says. */
    public record Confirmed(Money given, Money confirmed) {
        public Confirmed {
            if (given.minor() <= 0 || confirmed.isNegative())
                throw new IllegalArgumentException(
                        given + " given, " + confirmed + " confirmed: no amount is negative");
            if (!given.currency().equals(confirmed.currency()))
                throw new IllegalArgumentException(
                        "what was given in "
                                + given.currency()
                                + " is confirmed in it, not in "
                                + confirmed.currency());
            confirmed.requireSummable("a confirmed amount");
        }

        /** What there was more than was said, or less. */
        public Money difference() {
            return confirmed.minus(given);
        }
    }

    public CashConfirmed {
        amounts = List.copyOf(amounts);
        Items.within(kind, Limits.CODE_MAX, "a kind");
        Items.within(by, Limits.CODE_MAX, "who confirms");
        Items.within(note, Limits.TEXT_MAX, "a note");
        if (by.isBlank()) throw new IllegalArgumentException("a confirmation says whose it is");
        Items.atMost(amounts.size(), Limits.TENDERS_MAX, "confirmed amounts");
        if (amounts.isEmpty()) throw new IllegalArgumentException("nothing was confirmed");
    }

    /** Whether anything is not as it was said. */
    public boolean differs() {
        return amounts.stream().anyMatch(amount -> !amount.difference().isZero());
    }

    void writeTo(CborWriter writer) {
        movement.writeTo(writer.array(FIELDS));
        writer.text(kind).bool(earlierDay).list(amounts, CashConfirmed::amount);
        writer.text(by).text(note);
    }

    private static void amount(Confirmed amount, CborWriter writer) {
        Items.money(amount.given, writer.array(2));
        writer.integer(amount.confirmed.minor());
    }

    static CashConfirmed readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new CashConfirmed(
                                CommandId.readFrom(reader),
                                Items.code(reader),
                                reader.bool(),
                                reader.list(Limits.TENDERS_MAX, () -> amount(reader)),
                                Items.code(reader),
                                reader.text(Limits.TEXT_MAX)));
    }

    private static Confirmed amount(CborReader reader) {
        return reader.fields(
                2,
                () -> {
                    Money given = Items.money(reader);
                    return new Confirmed(given, Items.minor(given.currency(), reader));
                });
    }
}
