package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.Money;
import java.util.List;

/**
 * Cash that enters or leaves the drawer without a sale.
 *
 * @param amount above zero; the kind says which way
 * @param reason what the operator gave, may be empty
 * @param twoSided whether another person is to confirm it: {@link CashConfirmed}
 */
public record CashMovement(
        Kind kind, Money amount, String reason, List<Approval> approvals, boolean twoSided)
        implements Event {
    private static final int FIELDS_LEAST = 2;
    private static final int FIELDS_APPROVED = 3;
    private static final int FIELDS = 4;

    /** Which way, and what for. */
    public enum Kind {
        /** More float, brought to the drawer. */
        FLOAT_PROVIDED(EventType.FLOAT_PROVIDED, 1),
        /** Taken from the drawer to the safe. */
        PICKUP(EventType.CASH_PICKED_UP, -1),
        /** Paid into the drawer. */
        PAID_IN(EventType.PAID_IN, 1),
        /** Paid out of the drawer. */
        PAID_OUT(EventType.PAID_OUT, -1),
        /** Put into a drop safe that whoever sells cannot open. */
        SAFE_DROP(EventType.SAFE_DROP, -1);

        private final EventType type;
        private final int sign;

        Kind(EventType type, int sign) {
            this.type = type;
            this.sign = sign;
        }

        EventType type() {
            return type;
        }
    }

    public CashMovement {
        Items.within(reason, Limits.TEXT_MAX, "a reason");
        if (amount.minor() <= 0)
            throw new IllegalArgumentException("an amount above zero is needed, not " + amount);
        amount.requireSummable("an amount of cash");
        approvals = Approval.few(approvals);
    }

    /** That nobody had to allow. */
    public CashMovement(Kind kind, Money amount, String reason) {
        this(kind, amount, reason, List.of());
    }

    /** That nobody is to confirm. */
    public CashMovement(Kind kind, Money amount, String reason, List<Approval> approvals) {
        this(kind, amount, reason, approvals, false);
    }

    /** What it does to the drawer: positive into it, negative out of it. */
    public Money effect() {
        return kind.sign > 0 ? amount : amount.negated();
    }

    void writeTo(CborWriter writer) {
        int fields = approvals.isEmpty() ? FIELDS_LEAST : FIELDS_APPROVED;
        Items.money(amount, writer.array(twoSided ? FIELDS : fields));
        writer.text(reason);
        if (twoSided || !approvals.isEmpty()) Approval.writeAll(approvals, writer);
        if (twoSided) writer.bool(true);
    }

    static CashMovement readFrom(Kind kind, CborReader reader) {
        return reader.fields(
                FIELDS_LEAST,
                FIELDS,
                there ->
                        new CashMovement(
                                kind,
                                Items.money(reader),
                                reader.text(Limits.TEXT_MAX),
                                there >= FIELDS_APPROVED ? Approval.readAll(reader) : List.of(),
                                there == FIELDS && reader.bool()));
    }
}
