package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;

/**
 * Goods taken back, with a receipt (each line names its original) or without one. Lines and tenders
 * are negative; a positive line is an exchange within the return.
 */
public record GoodsReturned(
        CurrencyCode currency,
        List<Line> lines,
        List<Tender> tenders,
        Money change,
        TransactionDetails details)
        implements RetailTransaction {
    public GoodsReturned {
        lines = List.copyOf(lines);
        tenders = List.copyOf(tenders);
        new TransactionParts(currency, lines, tenders, change, details).requireBalance();
    }

    /** Without anything out of the ordinary. */
    public GoodsReturned(
            CurrencyCode currency, List<Line> lines, List<Tender> tenders, Money change) {
        this(currency, lines, tenders, change, TransactionDetails.NONE);
    }

    void writeTo(CborWriter writer) {
        new TransactionParts(currency, lines, tenders, change, details).writeTo(writer);
    }

    static GoodsReturned readFrom(CborReader reader) {
        TransactionParts parts = TransactionParts.readFrom(reader);
        return new GoodsReturned(
                parts.currency(), parts.lines(), parts.tenders(), parts.change(), parts.details());
    }
}
