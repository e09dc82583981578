package io.tidemark.ledger.seal;

import io.tidemark.ledger.codec.Malformed;

/** The proof of an entry's place as text that survives being mailed, printed and kept in a file. */
public final class ProofText {
    /** Characters of a text: what the bytes become, the line breaks and the two lines. */
    public static final int CHARACTERS_MAX = DayProof.BYTES_MAX / 2 * 3;

    private static final ProofLines LINES = ProofLines.of("TIDEMARK PROOF", CHARACTERS_MAX);

    private ProofText() {}

    public static String of(DayProof proof) {
        return LINES.of(proof.toBytes());
    }

    /**
     * Lines may end as on any system, and nothing else may differ.
     *
     * @throws Malformed if it is no proof
     */
    public static DayProof parse(String text) {
        return DayProof.parse(LINES.parse(text));
    }
}
