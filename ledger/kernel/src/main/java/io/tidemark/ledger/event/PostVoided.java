package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * A receipt taken back as a whole after it was completed, on its own business day and workstation:
 * the same lines and tenders the other way.
 *
 * @param original the receipt that this undoes
 */
public record PostVoided(
        CurrencyCode currency,
        List<Line> lines,
        List<Tender> tenders,
        Money change,
        TransactionDetails details,
        OriginalReceipt original)
        implements RetailTransaction {
    public PostVoided {
        lines = List.copyOf(lines);
        tenders = List.copyOf(tenders);
        parts(currency, lines, tenders, change, details).requireBalance();
    }

    /**
     * What undoes it. Cash that was given back as change is not paid out a second time: it comes
     * off the cash that was given.
     *
     * @param details approvals and reason; the discounts are the original's, the other way
     */
    public static PostVoided of(
            RetailTransaction undone, OriginalReceipt original, TransactionDetails details) {
        return new PostVoided(
                undone.currency(),
                undone.lines().stream().map(Line::negated).toList(),
                paidBack(undone),
                Money.zero(undone.currency()),
                new TransactionDetails(
                        undone.details().discounts().stream().map(Discount::negated).toList(),
                        details.approvals(),
                        null,
                        null,
                        details.reason()),
                original);
    }

    private static List<Tender> paidBack(RetailTransaction undone) {
        List<Tender> back = new ArrayList<>();
        Money change = undone.change();
        for (Tender tender : undone.tenders()) {
            Money kept = tender.base();
            if (tender.isOwnCash(undone.currency()) && !kept.isNegative()) {
                Money off = kept.minor() < change.minor() ? kept : change;
                change = change.minus(off);
                kept = kept.minus(off);
                if (!kept.isZero()) back.add(Tender.of(tender.type(), kept.negated()));
            } else back.add(tender.negated());
        }
        // Change given on a foreign note: it comes back into the drawer.
        if (!change.isZero()) back.add(Tender.of(TenderType.CASH, change));
        return back;
    }

    private static TransactionParts parts(
            CurrencyCode currency,
            List<Line> lines,
            List<Tender> tenders,
            Money change,
            TransactionDetails details) {
        return new TransactionParts(currency, lines, tenders, change, details);
    }

    void writeTo(CborWriter writer) {
        writer.array(2);
        parts(currency, lines, tenders, change, details).writeTo(writer);
        original.writeTo(writer);
    }

    static PostVoided readFrom(CborReader reader) {
        return reader.fields(
                2,
                () -> {
                    TransactionParts parts = TransactionParts.readFrom(reader);
                    return new PostVoided(
                            parts.currency(),
                            parts.lines(),
                            parts.tenders(),
                            parts.change(),
                            parts.details(),
                            OriginalReceipt.readFrom(reader));
                });
    }
}
