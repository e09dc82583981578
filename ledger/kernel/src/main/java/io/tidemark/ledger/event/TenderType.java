package io.tidemark.ledger.event;

import java.util.regex.Pattern;

/**
 * How something is paid: a code of capital letters, digits and underscores, open to what a shop
 * accepts.
 */
public record TenderType(String code) implements Comparable<TenderType> {
    // Before the constants: their constructor needs it.
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,31}");

    public static final TenderType CASH = new TenderType("CASH");
    public static final TenderType CARD = new TenderType("CARD");
    public static final TenderType GIFT_CARD = new TenderType("GIFT_CARD");

    public TenderType {
        if (!CODE.matcher(code).matches())
            throw new IllegalArgumentException(
                    "'"
                            + code
                            + "' is not a tender type; use capital letters, such as CASH or CARD");
    }

    public boolean isCash() {
        return equals(CASH);
    }

    @Override
    public int compareTo(TenderType other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
