package io.tidemark.ledger.event;

/** Which way goods went. The ordinal is on the wire: only ever added to, at the end. */
public enum StockFlow {
    /** Sold, less what post-voids took back. */
    SOLD(-1),
    /** Brought back by customers. */
    RETURNED(1),
    DELIVERY(1),
    WASTE(-1),
    TRANSFER_OUT(-1),
    TRANSFER_IN(1),
    /** Counted: says how much is there, and moves nothing. */
    COUNTED(0);

    private final int sign;

    StockFlow(int sign) {
        this.sign = sign;
    }

    /** What it does to the stock on hand: 1 adds, −1 takes away, 0 neither. */
    public int sign() {
        return sign;
    }
}
