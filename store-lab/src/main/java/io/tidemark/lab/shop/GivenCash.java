package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.ledger.event.Tally;

/** Cash that one person gives and another confirms, as it was asked for. */
final class GivenCash {
    private GivenCash() {}

    static Tallies of(Scripted step) {
        if (!isGiven(step)) return Tallies.NONE;
        Tallies given = Tallies.one(Tally.CASH_GIVEN);
        return step.body().has("confirmation")
                ? given.plus(Tallies.one(Tally.CASH_CONFIRMED))
                : given;
    }

    private static boolean isGiven(Scripted step) {
        return switch (step.kind()) {
            case PICKUP, LOAN, SAFE_DROP, PAID_IN, PAID_OUT -> true;
            case OPEN_DAY -> hasFloat(step.body().path("float"));
            case SIGN_ON,
                    SIGN_OFF,
                    LOCK,
                    UNLOCK,
                    TRAINING,
                    SALE,
                    RETURN,
                    POST_VOID,
                    SUSPEND,
                    RESUME,
                    BASKET_VOID,
                    TRAINING_SALE,
                    COPY,
                    CONFIRM_CASH,
                    EXCHANGE,
                    EXCHANGE_UNDONE,
                    NO_SALE,
                    DELIVERY,
                    WASTE,
                    TRANSFER_OUT,
                    TRANSFER_IN,
                    STOCK_COUNT,
                    SHELF_PRICE,
                    COUNT,
                    SETTLE,
                    CLOSE_DAY ->
                    false;
        };
    }

    private static boolean hasFloat(JsonNode amounts) {
        for (JsonNode amount : amounts) if (amount.path("minor").asLong() > 0) return true;
        return false;
    }
}
