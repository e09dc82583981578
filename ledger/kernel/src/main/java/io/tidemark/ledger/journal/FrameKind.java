package io.tidemark.ledger.journal;

import org.jspecify.annotations.Nullable;

/** What a frame holds. The codes are part of the file format. */
enum FrameKind {
    /** The data key of the frames that follow, wrapped by the node's journal key. */
    KEY(1),
    /** A sequence and the entry's bytes. */
    ENTRY(2),
    /**
     * The signed head that ends a group: the statement that was forced with the entries before it.
     */
    HEAD(3),
    /** The end of a closed segment. */
    SEAL(4),
    /** The data key that holds already, wrapped once more, should its first frame be damaged. */
    KEY_AGAIN(5),
    /** In the place of a receipt that was pruned: its sequence, hash and header, and why. */
    PRUNED(6),
    /** The end of a segment whose receipts were pruned. */
    STUB_SEAL(7);

    private static final FrameKind[] KINDS = values();

    private final byte code;

    FrameKind(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    boolean isKey() {
        return this == KEY || this == KEY_AGAIN;
    }

    static @Nullable FrameKind of(byte code) {
        return code >= 1 && code <= KINDS.length ? KINDS[code - 1] : null;
    }
}
