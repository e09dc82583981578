package io.tidemark.ledger.proof;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.ReceiptDigest;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * A receipt in a list.
 *
 * @param sequence of its entry
 * @param receipt its number on its workstation
 * @param type of the entry
 * @param at by the device's clock
 * @param gross its total, tax included
 */
public record ReceiptGist(
        long sequence, long receipt, int type, Instant at, int lines, Money gross) {
    private static final int FIELDS = 7;
    private static final int CURRENCY_CHARACTERS = 3;

    public static ReceiptGist of(long sequence, EntryHeader header, RetailTransaction transaction) {
        return new ReceiptGist(
                sequence,
                header.receipt(),
                header.type(),
                header.at().toInstant(),
                transaction.lines().size(),
                transaction.total());
    }

    /** What a close-down says of exactly these receipts, in this order. */
    public static ReceiptDigest digest(List<ReceiptGist> receipts) {
        ReceiptDigest digest = ReceiptDigest.NONE;
        for (ReceiptGist each : receipts)
            digest = digest.then(each.receipt(), each.lines(), each.gross());
        return digest;
    }

    /** The array [sequence, receipt, type, milliseconds since 1970, lines, minor, currency]. */
    void writeTo(CborWriter writer) {
        writer.array(FIELDS).integer(sequence).integer(receipt).integer(type);
        writer.integer(at.toEpochMilli()).integer(lines);
        writer.integer(gross.minor()).text(gross.currency().code());
    }

    static ReceiptGist readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new ReceiptGist(
                                reader.integer(),
                                reader.integer(),
                                reader.integer(0, Integer.MAX_VALUE),
                                Instant.ofEpochMilli(reader.integer()),
                                reader.integer(0, Integer.MAX_VALUE),
                                new Money(
                                        reader.integer(),
                                        new CurrencyCode(reader.text(CURRENCY_CHARACTERS)))));
    }
}
