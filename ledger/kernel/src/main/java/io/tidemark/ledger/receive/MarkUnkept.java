package io.tidemark.ledger.receive;

/**
 * A journal holds less than was marked: what was promised is not here. Nothing may be received
 * until it is, for a mark never falls.
 */
public final class MarkUnkept extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MarkUnkept(String shortfall) {
        super(shortfall);
    }
}
