package io.tidemark.edge.till;

import io.tidemark.edge.record.Outcome;
import io.tidemark.edge.record.Pricing;
import io.tidemark.edge.record.RecordedEntry;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.ReceiptKind;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.event.TotalsSum;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.web.Amount;
import io.tidemark.node.web.LineJson;
import io.tidemark.node.web.ReceiptJson;
import io.tidemark.node.web.TaxJson;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells receipts and entries as JSON. Everything a receipt shows comes from the entry alone. */
final class Told {
    private Told() {}

    static Answers.Position position(RecordedEntry entry) {
        return new Answers.Position(entry.sequence(), entry.hash().hex());
    }

    static Answers.Position position(Head head) {
        return new Answers.Position(head.sequence(), head.hash().hex());
    }

    static Answers.Recorded recorded(Outcome.Done done) {
        RecordedEntry entry = done.main();
        return new Answers.Recorded(
                EventType.of(entry.entry().event()).map(EventType::name).orElse("UNKNOWN"),
                entry.entry().header().businessDay().toString(),
                position(entry));
    }

    /** In training mode it is told like a sale, without a number. */
    private static RetailTransaction transaction(Event event) {
        return event instanceof TrainingTransaction training
                ? new SaleCompleted(
                        training.currency(),
                        training.lines(),
                        training.tenders(),
                        training.change(),
                        training.details())
                : (RetailTransaction) event;
    }

    /**
     * @param copy which copy it is; 0 for the receipt itself
     */
    static Answers.Receipt receipt(RecordedEntry recorded, boolean isCopy, int copy) {
        if (recorded.entry().event() instanceof CurrencyExchanged exchange)
            return ExchangeTold.receipt(recorded, exchange, copy);
        JournalId journal = recorded.journal();
        EntryHeader header = recorded.entry().header();
        Event event = recorded.entry().event();
        RetailTransaction transaction = transaction(event);
        TransactionDetails details = transaction.details();
        TotalsSum sum = new TotalsSum(transaction.currency());
        sum.add(transaction);
        return new Answers.Receipt(
                receiptId(journal, header.receipt(), recorded.hash().short6()),
                header.receipt(),
                ReceiptKind.of(transaction).name(),
                journal.node().store(),
                header.workstation(),
                journal.node().device(),
                header.businessDay().toString(),
                header.at().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                header.operator(),
                String.valueOf(header.command()),
                isCopy,
                copy,
                event instanceof TrainingTransaction,
                header.shift(),
                LineJson.of(transaction.lines(), details.discounts()),
                details.discounts().stream().map(ReceiptJson.DiscountJson::of).toList(),
                details.approvals().stream().map(ReceiptJson.ApprovalJson::of).toList(),
                details.reason(),
                transaction.tenders().stream().map(ReceiptJson.PaidJson::of).toList(),
                Amount.of(transaction.total()),
                Amount.of(transaction.change()),
                taxes(sum.totals()),
                ReceiptJson.AgeJson.of(details.age()),
                null);
    }

    static String receiptId(JournalId journal, long number, String short6) {
        return journal.label() + "-" + number + "-" + short6;
    }

    static Answers.Priced priced(
            Pricing.Result.Priced priced, CurrencyCode currency, @Nullable Money tip) {
        Money goods = Money.sum(currency, priced.lines(), Line::gross);
        Money total = tip == null ? goods : goods.plus(tip);
        return new Answers.Priced(
                LineJson.of(priced.lines(), priced.discounts()),
                priced.discounts().stream().map(ReceiptJson.DiscountJson::of).toList(),
                Amount.of(total),
                Amount.of(Money.sum(currency, priced.lines(), Line::taxAmount)),
                priced.masterDataVersion(),
                priced.sold().of(),
                Amount.of(priced.inCash(total)),
                priced.sold().minimumAge());
    }

    static List<TaxJson> taxes(Totals totals) {
        return totals.taxes().stream().map(TaxJson::of).toList();
    }
}
