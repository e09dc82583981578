package io.tidemark.node.web;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.ledger.event.ExchangePosition;
import io.tidemark.ledger.money.ExchangeRate;
import org.jspecify.annotations.Nullable;

/**
 * Where a close-down leaves a store in one foreign currency, in JSON.
 *
 * @param before what it held, in the currency itself
 * @param cost of what it holds, in the store's currency
 * @param average cost of a unit, a decimal of six places
 * @param realised proceeds less average cost of what was sold
 * @param mid the middle rate at which it is valued; null where none was ever known
 * @param revaluation by how much what it is worth above its cost has changed
 * @param limit of what the store may hold; null where there is none
 * @param joined what came but by exchange, less what left it so, in the currency itself: for goods,
 *     paid in and paid out
 * @param joinedCost of that, in the store's currency
 */
@Serdeable
public record PositionJson(
        String currency,
        Amount before,
        Amount held,
        Amount cost,
        String average,
        Amount realised,
        @Nullable String mid,
        Amount value,
        Amount revaluation,
        @Nullable Amount limit,
        Amount joined,
        Amount joinedCost) {
    static PositionJson of(ExchangePosition position) {
        ExchangeRate mid = position.mid();
        return new PositionJson(
                position.currency().code(),
                Amount.of(position.before().amount()),
                Amount.of(position.after().amount()),
                Amount.of(position.after().cost()),
                position.after().average().toPlainString(),
                Amount.of(position.realised()),
                mid == null ? null : mid.value().toPlainString(),
                Amount.of(position.value()),
                Amount.of(position.revaluation()),
                position.limit().isZero() ? null : Amount.of(position.limit()),
                Amount.of(position.joined().amount()),
                Amount.of(position.joined().cost()));
    }
}
