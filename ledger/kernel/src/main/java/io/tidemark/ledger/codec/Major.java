package io.tidemark.ledger.codec;

/** The initial bytes of RFC 8949 §3 that Tidemark uses, shifted into place. */
final class Major {
    static final int UNSIGNED = 0x00;
    static final int NEGATIVE = 0x20;
    static final int BYTES = 0x40;
    static final int TEXT = 0x60;
    static final int ARRAY = 0x80;
    static final int FALSE = 0xF4;
    static final int TRUE = 0xF5;
    static final int NULL = 0xF6;

    private Major() {}
}
