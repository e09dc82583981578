package io.tidemark.edge.till;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.node.web.Amount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a till program sends about the drawer: its count, and what another person confirms. */
final class CashRequests {
    private CashRequests() {}

    /**
     * Another person says what they gave, or got.
     *
     * @param by their number; never that of who recorded it
     * @param pin not needed where they are signed on, or the master data name no operators
     * @param amounts as they say it, each currency once; left out where it is as it was recorded
     */
    @Serdeable
    record Confirmation(
            String by,
            @Nullable String pin,
            @Nullable List<Amount> amounts,
            @Nullable String note) {
        /** Nothing of a PIN belongs in a log. */
        @Override
        public String toString() {
            return "Confirmation[" + by + "]";
        }
    }

    /**
     * Cash that was moved before is confirmed.
     *
     * @param movement the commandId that recorded it
     */
    @Serdeable
    record ConfirmCash(
            String commandId,
            @Nullable String operator,
            String movement,
            Confirmation confirmation) {}

    /** The drawer was counted. */
    @Serdeable
    record Count(String commandId, @Nullable String operator, List<Counted> counted) {}

    /**
     * One tender in one currency.
     *
     * @param minor the amount; left out, it is what the pieces come to
     * @param pieces of which coins and notes it is
     */
    @Serdeable
    record Counted(
            String tender, String currency, @Nullable Long minor, @Nullable List<Pieces> pieces) {}

    /**
     * @param face minor units that each is worth
     */
    @Serdeable
    record Pieces(long face, long count) {}

    /**
     * The till is settled.
     *
     * @param reason why it is over or short by more than the shop tolerates
     * @param approval by a supervisor who did not count; needed for the same
     */
    @Serdeable
    record Settle(
            String commandId,
            @Nullable String operator,
            @Nullable String reason,
            Requests.@Nullable Approval approval) {}
}
