package io.tidemark.ledger.event;

/** Where a line's price came from. The ordinal is on the wire: only ever added to, at the end. */
public enum PriceOrigin {
    /** The catalogue of the master-data version in the entry's header. */
    CATALOGUE,
    /** Entered at the till. */
    ENTERED,
    /** The bar code that scales printed for this very package. */
    LABEL
}
