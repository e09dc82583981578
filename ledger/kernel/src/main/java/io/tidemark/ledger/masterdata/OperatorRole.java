package io.tidemark.ledger.masterdata;

/** What an operator may do. The ordinal is on the wire: only ever added to, at the end. */
public enum OperatorRole {
    CASHIER,
    /** May allow what the rules keep from cashiers. */
    SUPERVISOR,
    /** May allow the same, and close the store's day. */
    MANAGER;

    public boolean mayApprove() {
        return this != CASHIER;
    }
}
