package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;

/** A sale in training mode: in no figure but the count of such. Nothing was sold. */
public record TrainingTransaction(
        CurrencyCode currency,
        List<Line> lines,
        List<Tender> tenders,
        Money change,
        TransactionDetails details)
        implements Event {
    public TrainingTransaction {
        lines = List.copyOf(lines);
        tenders = List.copyOf(tenders);
        new TransactionParts(currency, lines, tenders, change, details).requireBalance();
    }

    public Money total() {
        return Money.sum(currency, lines, Line::gross);
    }

    void writeTo(CborWriter writer) {
        new TransactionParts(currency, lines, tenders, change, details).writeTo(writer);
    }

    static TrainingTransaction readFrom(CborReader reader) {
        TransactionParts parts = TransactionParts.readFrom(reader);
        return new TrainingTransaction(
                parts.currency(), parts.lines(), parts.tenders(), parts.change(), parts.details());
    }
}
