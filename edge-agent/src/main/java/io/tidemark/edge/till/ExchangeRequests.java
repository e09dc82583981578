package io.tidemark.edge.till;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What is asked of a till that exchanges currencies. */
final class ExchangeRequests {
    private ExchangeRequests() {}

    /**
     * What it would come to: give {@code minor} of the foreign currency, or {@code baseMinor} of
     * the store's for as many whole notes as it covers.
     *
     * @param way BUY or SELL, as the store sees it
     * @param currency the foreign one
     * @param rate decimal text, store currency per unit; the quoted one unless given
     */
    @Serdeable
    record Quote(
            String way,
            String currency,
            @Nullable Long minor,
            @Nullable Long baseMinor,
            @Nullable String rate) {}

    /**
     * @param minor of the foreign currency, above zero either way
     * @param expectedMinor what the customer was told to pay or to get, in the store's currency;
     *     refused if it comes to something else
     * @param customer the number under which the customer's papers are kept, where they are known
     * @param document which paper was seen: PASSPORT, ID_CARD, RESIDENCE_PERMIT or DRIVING_LICENCE
     */
    @Serdeable
    record Exchange(
            String commandId,
            @Nullable String operator,
            String way,
            String currency,
            long minor,
            @Nullable String rate,
            @Nullable Long expectedMinor,
            @Nullable String customer,
            @Nullable String document,
            Requests.@Nullable Approval approval) {}

    @Serdeable
    record Undo(
            String commandId,
            @Nullable String operator,
            @Nullable String reason,
            Requests.@Nullable Approval approval) {}
}
