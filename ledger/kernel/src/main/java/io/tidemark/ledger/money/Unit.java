package io.tidemark.ledger.money;

import io.tidemark.ledger.codec.CborReader;
import java.util.Arrays;

/** What a quantity counts, by its code in UN/ECE Recommendation 20. */
public enum Unit {
    PIECE("C62"),
    KILOGRAM("KGM"),
    METRE("MTR"),
    LITRE("LTR");

    private final String code;

    Unit(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** By its place here, as entries have it: units are only ever added at the end. */
    public static Unit readFrom(CborReader reader) {
        return values()[reader.integer(0, values().length - 1)];
    }

    public static Unit of(String code) {
        return Arrays.stream(values())
                .filter(unit -> unit.code.equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "'"
                                        + code
                                        + "' is not a unit that is sold here; use C62 (pieces), KGM, MTR or LTR (UN/ECE Rec. 20)"));
    }
}
