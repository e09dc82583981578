package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Something a cashier will do.
 *
 * @param at laboratory time
 * @param path of the till's API
 * @param body with its command id and operator
 * @param reference the invoice's number, or empty
 */
public record Scripted(
        Kind kind, Instant at, String path, ObjectNode body, Expected expected, String reference) {
    public enum Kind {
        OPEN_DAY,
        SALE,
        RETURN,
        PICKUP,
        NO_SALE,
        DELIVERY,
        WASTE,
        TRANSFER_OUT,
        TRANSFER_IN,
        STOCK_COUNT,
        SHELF_PRICE,
        COUNT,
        CLOSE_DAY;

        public boolean isReceipt() {
            return this == SALE || this == RETURN;
        }

        /** Which way the goods on it go, as close-downs name it; empty if there are none. */
        public String flow() {
            return switch (this) {
                case SALE, RETURN -> "SOLD";
                case DELIVERY, WASTE, TRANSFER_OUT, TRANSFER_IN -> name();
                case STOCK_COUNT -> GoodsTold.COUNTED;
                case OPEN_DAY, PICKUP, NO_SALE, SHELF_PRICE, COUNT, CLOSE_DAY -> "";
            };
        }
    }

    /** What the receipt must come to. */
    public record Expected(int lines, long grossMinor) {
        public static final Expected NOTHING = new Expected(0, 0);
    }

    public String commandId() {
        return body.path("commandId").asText();
    }
}
