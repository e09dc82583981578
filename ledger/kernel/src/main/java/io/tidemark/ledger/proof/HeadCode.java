package io.tidemark.ledger.proof;

import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.codec.Malformed;

/**
 * What a receipt's QR code says: the head that its device signed with the receipt, in Base45 (RFC
 * 9285) after {@code TMH1:}.
 */
public final class HeadCode {
    /** A signed head with the longest names there are comes to less. */
    public static final int CHARACTERS_MAX = 2_000;

    private static final String PREFIX = "TMH1:";

    private HeadCode() {}

    public static String of(SignedHead head) {
        return PREFIX + Base45.of(head.toBytes());
    }

    /** Whether it begins as one. */
    public static boolean is(String text) {
        return text.startsWith(PREFIX);
    }

    /**
     * @throws Malformed if it is no such code
     */
    public static SignedHead parse(String code) {
        if (!is(code) || code.length() > CHARACTERS_MAX)
            throw new Malformed("a receipt's code begins with " + PREFIX);
        return SignedHead.parse(Base45.parse(code.substring(PREFIX.length())));
    }
}
