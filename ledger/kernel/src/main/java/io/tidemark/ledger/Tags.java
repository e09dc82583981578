package io.tidemark.ledger;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.Malformed;

/** The text that opens every message, so that one kind is never taken for another. */
final class Tags {
    private static final int TAG_MAX = 40;

    private Tags() {}

    static void expect(String tag, CborReader reader) {
        String found = reader.text(TAG_MAX);
        if (!found.equals(tag))
            throw new Malformed("'" + found + "' where '" + tag + "' is expected");
    }
}
