package io.tidemark.node.web;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.money.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One tender in one currency over a day, in JSON.
 *
 * @param base the net taken, in the store's currency
 * @param counted null where nobody counted, as is overShort
 */
@Serdeable
public record TenderJson(
        String type,
        Amount base,
        Amount provided,
        Amount taken,
        Amount refunded,
        Amount change,
        Amount paidIn,
        Amount paidOut,
        Amount pickedUp,
        Amount dropped,
        Amount exchanged,
        Amount expected,
        @Nullable Amount counted,
        @Nullable Amount overShort) {
    /**
     * @param counted of the whole drawer, or of all drawers each once, as overShort is: it may be
     *     of more than this account tells
     */
    public static TenderJson of(
            TenderAccount account, Optional<Money> counted, Optional<Money> overShort) {
        return new TenderJson(
                account.type().code(),
                Amount.of(account.base()),
                Amount.of(account.provided()),
                Amount.of(account.taken()),
                Amount.of(account.refunded()),
                Amount.of(account.change()),
                Amount.of(account.paidIn()),
                Amount.of(account.paidOut()),
                Amount.of(account.pickedUp()),
                Amount.of(account.dropped()),
                Amount.of(account.exchanged()),
                Amount.of(account.expected()),
                counted.map(Amount::of).orElse(null),
                overShort.map(Amount::of).orElse(null));
    }
}
