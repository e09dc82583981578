package io.tidemark.cloud.masterdata;

import io.tidemark.ledger.event.Approval;
import java.util.List;
import java.util.Locale;

/** What a rule may keep from a cashier. */
final class RuleActs {
    private static final List<String> ALL =
            List.of(
                    Approval.DISCOUNT,
                    Approval.PRICE_OVERRIDE,
                    Approval.POST_VOID,
                    Approval.BASKET_VOID,
                    Approval.RETURN,
                    Approval.NO_SALE,
                    Approval.PAID_IN,
                    Approval.PAID_OUT,
                    Approval.OVER_SHORT);

    private RuleActs() {}

    static String known(String text) {
        String act = text.toUpperCase(Locale.ROOT).replace('-', '_');
        if (!ALL.contains(act))
            throw new IllegalArgumentException("'" + text + "' is no act; use one of " + ALL);
        return act;
    }
}
