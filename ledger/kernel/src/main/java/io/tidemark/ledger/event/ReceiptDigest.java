package io.tidemark.ledger.event;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.Money;

/**
 * A till's receipts of a day in one hash, so that who has only a close-down can still compare it
 * receipt by receipt: each step is {@code SHA-256([before, receipt number, lines, gross minor
 * units])}, from 32 zero bytes on.
 */
public record ReceiptDigest(Hash hash) {
    public static final ReceiptDigest NONE = new ReceiptDigest(Hash.of(new byte[Hash.BYTES]));

    /**
     * @param receipt its number on its workstation
     * @param gross its total, tax included; below zero for goods that came back
     */
    public ReceiptDigest then(long receipt, int lines, Money gross) {
        return new ReceiptDigest(
                Hash.digest(
                        new CborWriter()
                                .array(4)
                                .bytes(hash.toBytes())
                                .integer(receipt)
                                .integer(lines)
                                .integer(gross.minor())
                                .toBytes()));
    }
}
