package io.tidemark.ledger.seal;

import io.tidemark.ledger.codec.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Bytes as text that survives being mailed, printed on a terminal and kept in a file: Base64 (RFC
 * 4648 §4) in lines of 64 characters between two lines that say what it is.
 *
 * @param begin the first line
 * @param end the last
 * @param charactersMax what the bytes become, the line breaks and the two lines
 */
record ProofLines(String begin, String end, int charactersMax) {
    private static final int WIDTH = 64;

    static ProofLines of(String what, int charactersMax) {
        return new ProofLines(
                "-----BEGIN " + what + "-----\n", "\n-----END " + what + "-----\n", charactersMax);
    }

    String of(byte[] bytes) {
        Base64.Encoder lines =
                Base64.getMimeEncoder(WIDTH, "\n".getBytes(StandardCharsets.US_ASCII));
        return begin + lines.encodeToString(bytes) + end;
    }

    /**
     * Lines may end as on any system, and nothing else may differ.
     *
     * @throws Malformed if it is not this
     */
    byte[] parse(String text) {
        String plain = text.replace("\r\n", "\n").strip() + "\n";
        if (plain.length() > charactersMax)
            throw new Malformed("a proof has at most " + charactersMax + " characters");
        if (!plain.startsWith(begin) || !plain.endsWith(end))
            throw new Malformed("it does not begin and end as a proof does");
        byte[] bytes = bytes(plain.substring(begin.length(), plain.length() - end.length()));
        if (!of(bytes).equals(plain)) throw new Malformed("it is not written as a proof is");
        return bytes;
    }

    boolean begins(String text) {
        return text.stripLeading().startsWith(begin.strip());
    }

    private static byte[] bytes(String inside) {
        try {
            return Base64.getMimeDecoder().decode(inside);
        } catch (IllegalArgumentException e) {
            throw new Malformed("it is not Base64: " + e.getMessage(), e);
        }
    }
}
