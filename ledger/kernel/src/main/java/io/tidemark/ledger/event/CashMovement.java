package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cash that enters or leaves the drawer without a sale.
 *
 * @param amount above zero; the kind says which way
 * @param reason what the operator gave, may be empty
 * @param twoSided whether another person is to confirm it: {@link CashConfirmed}
 * @param cost of a float in a foreign currency that is new to the store, what it cost in the
 *     store's; null where the store had it before
 */
public record CashMovement(
        Kind kind,
        Money amount,
        String reason,
        List<Approval> approvals,
        boolean twoSided,
        @Nullable Money cost)
        implements Event {
    private static final int FIELDS_LEAST = 2;
    private static final int FIELDS_APPROVED = 3;
    private static final int FIELDS_TWO_SIDED = 4;
    private static final int FIELDS = 6;

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
        if (cost != null) requireCost(kind, amount, cost);
    }

    private static void requireCost(Kind kind, Money amount, Money cost) {
        if (kind != Kind.FLOAT_PROVIDED || cost.currency().equals(amount.currency()))
            throw new IllegalArgumentException(
                    "only a float in a foreign currency has a cost: leave it out");
        if (cost.isNegative())
            throw new IllegalArgumentException("a cost is never negative, not " + cost);
        cost.requireSummable("a cost");
    }

    /** That nobody had to allow. */
    public CashMovement(Kind kind, Money amount, String reason) {
        this(kind, amount, reason, List.of());
    }

    /** That nobody is to confirm. */
    public CashMovement(Kind kind, Money amount, String reason, List<Approval> approvals) {
        this(kind, amount, reason, approvals, false);
    }

    /** Of cash that the store had before. */
    public CashMovement(
            Kind kind, Money amount, String reason, List<Approval> approvals, boolean twoSided) {
        this(kind, amount, reason, approvals, twoSided, null);
    }

    /** The same, new to the store, which it cost this. */
    public CashMovement costing(@Nullable Money other) {
        return new CashMovement(kind, amount, reason, approvals, twoSided, other);
    }

    /** What it does to the drawer: positive into it, negative out of it. */
    public Money effect() {
        return kind.sign > 0 ? amount : amount.negated();
    }

    void writeTo(CborWriter writer) {
        int fields = fields();
        Items.money(amount, writer.array(fields));
        writer.text(reason);
        if (fields >= FIELDS_APPROVED) Approval.writeAll(approvals, writer);
        if (fields >= FIELDS_TWO_SIDED) writer.bool(twoSided);
        if (cost != null) writer.integer(cost.minor()).text(cost.currency().code());
    }

    private int fields() {
        if (cost != null) return FIELDS;
        if (twoSided) return FIELDS_TWO_SIDED;
        return approvals.isEmpty() ? FIELDS_LEAST : FIELDS_APPROVED;
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
                                there >= FIELDS_TWO_SIDED && reader.bool(),
                                there == FIELDS
                                        ? new Money(reader.integer(), Items.currency(reader))
                                        : null));
    }
}
