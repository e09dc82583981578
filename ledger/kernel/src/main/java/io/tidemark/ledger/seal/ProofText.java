package io.tidemark.ledger.seal;

import io.tidemark.ledger.codec.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A proof as text that survives being mailed, printed on a terminal and kept in a file: Base64 (RFC
 * 4648 §4) in lines of 64 characters between two lines that say what it is.
 */
public final class ProofText {
    /** Characters of a text: what the bytes become, the line breaks and the two lines. */
    public static final int CHARACTERS_MAX = DayProof.BYTES_MAX / 2 * 3;

    private static final String BEGIN = "-----BEGIN TIDEMARK PROOF-----\n";
    private static final String END = "\n-----END TIDEMARK PROOF-----\n";
    private static final int WIDTH = 64;

    private ProofText() {}

    public static String of(DayProof proof) {
        Base64.Encoder lines =
                Base64.getMimeEncoder(WIDTH, "\n".getBytes(StandardCharsets.US_ASCII));
        return BEGIN + lines.encodeToString(proof.toBytes()) + END;
    }

    /**
     * Lines may end as on any system, and nothing else may differ.
     *
     * @throws Malformed if it is no proof
     */
    public static DayProof parse(String text) {
        String plain = text.replace("\r\n", "\n").strip() + "\n";
        if (plain.length() > CHARACTERS_MAX)
            throw new Malformed("a proof has at most " + CHARACTERS_MAX + " characters");
        if (!plain.startsWith(BEGIN) || !plain.endsWith(END))
            throw new Malformed("it does not begin and end as a proof does");
        DayProof proof = DayProof.parse(bytes(plain));
        if (!of(proof).equals(plain)) throw new Malformed("it is not written as a proof is");
        return proof;
    }

    private static byte[] bytes(String plain) {
        String inside = plain.substring(BEGIN.length(), plain.length() - END.length());
        try {
            return Base64.getMimeDecoder().decode(inside);
        } catch (IllegalArgumentException e) {
            throw new Malformed("it is not Base64: " + e.getMessage(), e);
        }
    }
}
