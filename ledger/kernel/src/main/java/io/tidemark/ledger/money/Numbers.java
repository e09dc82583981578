package io.tidemark.ledger.money;

import java.math.BigDecimal;

/** Reads decimals that people and files wrote. */
final class Numbers {
    private static final int CHARACTERS_MAX = 40;

    private Numbers() {}

    static BigDecimal parse(String text, String what) {
        if (text.length() > CHARACTERS_MAX)
            throw new IllegalArgumentException(what + " of more than 40 characters");
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not " + what + "; write it like 12.5", e);
        }
    }
}
