package io.tidemark.ledger.masterdata;

/**
 * The digit that verifies a price or a measure of four or five digits within a bar code, so that
 * one misread digit of it is found besides the code's own check. GS1 General Specifications §7.9.2
 * to 7.9.4: each digit is weighted, and of a product of two digits its tens are added to its units
 * (+), taken from them (−), or dropped.
 */
final class PriceVerifier {
    private static final int TEN = 10;
    private static final int FOUR = 4;
    private static final int FIVE = 5;

    private PriceVerifier() {}

    static boolean knows(int digits) {
        return digits == FOUR || digits == FIVE;
    }

    /**
     * @param digits four or five of them
     */
    static int of(String digits) {
        return digits.length() == FOUR ? ofFour(digits) : ofFive(digits);
    }

    /** Weights 2−, 2−, 3, 5−; three times their sum ends with it. */
    private static int ofFour(String digits) {
        int sum =
                weighted(digits, 0, 2, -1)
                        + weighted(digits, 1, 2, -1)
                        + weighted(digits, 2, 3, 0)
                        + weighted(digits, 3, 5, -1);
        return 3 * sum % TEN;
    }

    /** Weights 5+, 2−, 5−, 5+, 2−; weighted 5− itself, it makes their sum a multiple of ten. */
    private static int ofFive(String digits) {
        int sum =
                weighted(digits, 0, 5, 1)
                        + weighted(digits, 1, 2, -1)
                        + weighted(digits, 2, 5, -1)
                        + weighted(digits, 3, 5, 1)
                        + weighted(digits, 4, 2, -1);
        int lacking = (TEN - sum % TEN) % TEN;
        for (int digit = 0; digit < TEN; digit++)
            if (weighted(digit, FIVE, -1) == lacking) return digit;
        throw new IllegalStateException("no digit weighs " + lacking);
    }

    private static int weighted(String digits, int at, int weight, int tens) {
        return weighted(digits.charAt(at) - '0', weight, tens);
    }

    private static int weighted(int digit, int weight, int tens) {
        int product = digit * weight;
        return Math.floorMod(product % TEN + tens * (product / TEN), TEN);
    }
}
