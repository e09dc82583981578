package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * Something a cashier will do.
 *
 * @param at laboratory time
 * @param path of the till's API
 * @param body with its command id and operator
 * @param reference the invoice's number, or empty
 * @param effect what it does to the day besides
 */
public record Scripted(
        Kind kind,
        Instant at,
        String path,
        ObjectNode body,
        Expected expected,
        String reference,
        Effect effect) {
    public enum Kind {
        SIGN_ON,
        SIGN_OFF,
        LOCK,
        UNLOCK,
        TRAINING,
        OPEN_DAY,
        SALE,
        RETURN,
        POST_VOID,
        SUSPEND,
        RESUME,
        BASKET_VOID,
        TRAINING_SALE,
        COPY,
        PICKUP,
        LOAN,
        SAFE_DROP,
        PAID_IN,
        PAID_OUT,
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
        CLOSE_DAY;

        public boolean isReceipt() {
            return this == SALE || this == RETURN || this == POST_VOID;
        }

        /** Which way the goods on it go, as close-downs name it; empty if there are none. */
        public String flow() {
            return switch (this) {
                case SALE, RETURN, POST_VOID -> "SOLD";
                case DELIVERY, WASTE, TRANSFER_OUT, TRANSFER_IN -> name();
                case STOCK_COUNT -> GoodsTold.COUNTED;
                case SIGN_ON,
                        SIGN_OFF,
                        LOCK,
                        UNLOCK,
                        TRAINING,
                        OPEN_DAY,
                        SUSPEND,
                        RESUME,
                        BASKET_VOID,
                        TRAINING_SALE,
                        COPY,
                        PICKUP,
                        LOAN,
                        SAFE_DROP,
                        PAID_IN,
                        PAID_OUT,
                        CONFIRM_CASH,
                        EXCHANGE,
                        EXCHANGE_UNDONE,
                        NO_SALE,
                        SHELF_PRICE,
                        COUNT,
                        SETTLE,
                        CLOSE_DAY ->
                        "";
            };
        }
    }

    /** What the receipt must come to. */
    public record Expected(int lines, long grossMinor) {
        public static final Expected NOTHING = new Expected(0, 0);

        public Expected negated() {
            return new Expected(lines, -grossMinor);
        }
    }

    /**
     * @param tallies what is out of the ordinary in it
     * @param undoes the sale whose goods it takes back as a whole
     * @param rounded what the smallest coin made of it, in minor units
     * @param deal the exchange that it is, or takes back
     */
    public record Effect(
            Tallies tallies, Optional<Scripted> undoes, long rounded, Optional<Deal> deal) {
        public static final Effect NONE = new Effect(Tallies.NONE, Optional.empty());

        /** Neither rounded nor an exchange. */
        public Effect(Tallies tallies, Optional<Scripted> undoes) {
            this(tallies, undoes, 0, Optional.empty());
        }

        public Effect with(Tallies other) {
            return new Effect(other, undoes, rounded, deal);
        }

        public Effect of(Deal exchanged) {
            return new Effect(tallies, undoes, rounded, Optional.of(exchanged));
        }
    }

    /** What is nothing out of the ordinary. */
    public Scripted(
            Kind kind,
            Instant at,
            String path,
            ObjectNode body,
            Expected expected,
            String reference) {
        this(kind, at, path, body, expected, reference, Effect.NONE);
    }

    /** What is out of the ordinary in it, and what cash of it another person is to confirm. */
    public Tallies tallies() {
        return effect.tallies().plus(GivenCash.of(this));
    }

    public String commandId() {
        return body.path("commandId").asText();
    }

    /** The same, known to be out of the ordinary. */
    public Scripted with(Tallies tallies) {
        return with(effect.with(tallies));
    }

    public Scripted with(Effect other) {
        return new Scripted(kind, at, path, body, expected, reference, other);
    }

    /** The same with what the smallest coin makes of it: a line more, where it is anything. */
    public Scripted rounded(long minor) {
        if (minor == 0) return this;
        Expected more = new Expected(expected.lines() + 1, expected.grossMinor() + minor);
        Effect rounded = new Effect(effect.tallies(), effect.undoes(), minor, effect.deal());
        return new Scripted(kind, at, path, body, more, reference, rounded);
    }
}
