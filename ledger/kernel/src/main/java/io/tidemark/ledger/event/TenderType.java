package io.tidemark.ledger.event;

/**
 * How something is paid: a code of capital letters, digits and underscores, open to what a shop
 * accepts.
 */
public record TenderType(String code) implements Comparable<TenderType> {
    private static final int CODE_MAX = 32;

    public static final TenderType CASH = new TenderType("CASH");

    /** Of a kind that nobody said. */
    public static final TenderType CARD = new TenderType("CARD");

    public static final TenderType DEBIT_CARD = new TenderType("DEBIT_CARD");
    public static final TenderType CREDIT_CARD = new TenderType("CREDIT_CARD");
    public static final TenderType GIFT_CARD = new TenderType("GIFT_CARD");

    public TenderType {
        if (!isCode(code))
            throw new IllegalArgumentException(
                    "'"
                            + code
                            + "' is not a tender type; use capital letters, such as CASH or CARD");
    }

    private static boolean isCode(String code) {
        if (code.isEmpty() || code.length() > CODE_MAX || !isLetter(code.charAt(0))) return false;
        for (int i = 1; i < code.length(); i++) {
            char each = code.charAt(i);
            if (!isLetter(each) && each != '_' && (each < '0' || each > '9')) return false;
        }
        return true;
    }

    private static boolean isLetter(char each) {
        return each >= 'A' && each <= 'Z';
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
