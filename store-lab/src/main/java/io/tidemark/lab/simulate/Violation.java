package io.tidemark.lab.simulate;

/** A promise that was not kept: what the simulator is looking for. */
final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Check check;

    /** Which promise it was. */
    enum Check {
        /** What a cashier was told is recorded is there after a restart. */
        TOLD_IS_KEPT,
        /** What a mark covers is on disk at its receiver, with equal bytes. */
        MARKED_IS_KEPT,
        /** A sender believes marks, and only marks. */
        ONLY_MARKS_COUNT,
        /** A receiver's ledger is the beginning of what was written. */
        PREFIX,
        /** Within a receiver's epoch its marks never fall. */
        MARKS_NEVER_FALL,
        /** Two branches, or a mark above the head, are noticed where they meet. */
        FORK_NOTICED,
        /** A journal goes on in a new epoch only as a person decided. */
        AUTHORISED,
        /** And there is no fork where nothing was put back. */
        NO_FALSE_FORK,
        /** Nobody speaks for another. */
        ONE_SENDER,
        /** Nothing is recorded or counted twice. */
        ONCE,
        /** Money is neither made nor lost, per currency. */
        MONEY,
        /** On hand is the last count and what moved after it. */
        GOODS,
        /** Goods that came back, or baskets that were taken up, too often are shown. */
        SHOWN,
        /** Entries arrive once faults are healed. */
        CONVERGED,
        /** What an intact copy exists of is there at the end. */
        NOT_LOST,
        /** What is gone is what planted faults took every copy of. */
        ONLY_PLANTED_LOSS,
        /** A node stops for a planted fault and for nothing else. */
        NO_NODE_STOPS_BY_ITSELF,
        /** A cashier's question asked again has the same answer. */
        SAME_ANSWER,
        /** Goods come back, receipts are undone and baskets taken up once at one till. */
        REFUSED_TWICE,
        /**
         * A till takes for its gateway's word what that said to what it asked, and nothing else.
         */
        BELIEVED,
        /** A basket is given to one till by a gateway that can know of another. */
        GIVEN_ONCE,
        /** The store's log of close-downs only grows, and is signed up to its end. */
        LOGGED,
        /** No close-down goes to head office before the journals' bytes bear it out. */
        BORNE_OUT,
        /** Receipts are given up only when they are closed at head office, and old. */
        GIVEN_UP,
        /** And its archive has them. */
        ARCHIVED
    }

    Violation(Check check, String what) {
        super(what);
        this.check = check;
    }

    Violation(Check check, String what, Throwable cause) {
        super(what, cause);
        this.check = check;
    }

    Check check() {
        return check;
    }

    interface Words {
        String say();
    }

    static void require(boolean kept, Check check, Words otherwise) {
        if (!kept) throw new Violation(check, otherwise.say());
    }
}
