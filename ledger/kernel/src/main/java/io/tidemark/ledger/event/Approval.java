package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.util.List;

/**
 * A supervisor allowed what the operator alone may not do (ARTS: operator bypass approval).
 *
 * @param act what was allowed, one of the codes here
 * @param supervisor whose number
 * @param reason why
 */
public record Approval(String act, String supervisor, String reason) {
    public static final String DISCOUNT = "DISCOUNT";
    public static final String PRICE_OVERRIDE = "PRICE_OVERRIDE";
    public static final String POST_VOID = "POST_VOID";
    public static final String BASKET_VOID = "BASKET_VOID";
    public static final String RETURN = "RETURN";
    public static final String NO_SALE = "NO_SALE";
    public static final String PAID_IN = "PAID_IN";
    public static final String PAID_OUT = "PAID_OUT";

    /** A drawer that is over or short by more than the shop tolerates. */
    public static final String OVER_SHORT = "OVER_SHORT";

    /** A rate outside the range that the rate table allows. */
    public static final String EXCHANGE_RATE = "EXCHANGE_RATE";

    /** More of a currency than a drawer may hold. */
    public static final String EXCHANGE_POSITION = "EXCHANGE_POSITION";

    /** A gift card was taken whose balance nobody could tell. */
    public static final String GIFT_CARD_UNCHECKED = "GIFT_CARD_UNCHECKED";

    /** Of one transaction. */
    static final int APPROVALS_MAX = 20;

    public Approval {
        if (supervisor.isBlank())
            throw new IllegalArgumentException("an approval needs the supervisor who gave it");
        Items.within(act, Limits.CODE_MAX, "an act");
        Items.within(supervisor, Limits.CODE_MAX, "a supervisor");
        Items.within(reason, Limits.TEXT_MAX, "a reason");
    }

    static List<Approval> few(List<Approval> approvals) {
        Items.atMost(approvals.size(), APPROVALS_MAX, "approvals");
        return List.copyOf(approvals);
    }

    static void writeAll(List<Approval> approvals, CborWriter writer) {
        writer.list(approvals, Approval::writeTo);
    }

    static List<Approval> readAll(CborReader reader) {
        return reader.list(APPROVALS_MAX, () -> readFrom(reader));
    }

    private void writeTo(CborWriter writer) {
        writer.array(3).text(act).text(supervisor).text(reason);
    }

    private static Approval readFrom(CborReader reader) {
        return reader.fields(
                3,
                () ->
                        new Approval(
                                Items.code(reader),
                                Items.code(reader),
                                reader.text(Limits.TEXT_MAX)));
    }
}
