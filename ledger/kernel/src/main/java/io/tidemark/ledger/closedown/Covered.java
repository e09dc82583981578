package io.tidemark.ledger.closedown;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.ReceiptDigest;
import io.tidemark.ledger.event.RetailTransaction;

/**
 * Which of a journal's entries a day's part is made of, and a digest of their receipts. Not safe
 * for use by several threads.
 */
final class Covered {
    private long first;
    private long last;
    private Hash head = ReceiptDigest.NONE.hash();
    private ReceiptDigest receipts = ReceiptDigest.NONE;

    /** The next of them. */
    void take(long sequence, Hash hash) {
        if (first == 0) first = sequence;
        last = sequence;
        head = hash;
    }

    void receipt(long number, RetailTransaction transaction) {
        receipts = receipts.then(number, transaction.lines().size(), transaction.total());
    }

    /** All of them, where they were added up elsewhere. */
    void all(AddedUp.Chained chained) {
        first = chained.first();
        last = chained.last();
        head = chained.head();
        receipts = chained.receipts();
    }

    /** 0 where there are none. */
    long first() {
        return first;
    }

    long last() {
        return last;
    }

    Hash head() {
        return head;
    }

    ReceiptDigest receipts() {
        return receipts;
    }
}
