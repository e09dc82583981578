package io.tidemark.edge.till;

import io.tidemark.edge.record.Outcome;
import io.tidemark.edge.record.RecordedEntry;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.ReceiptKind;
import io.tidemark.ledger.exchange.Quote;
import io.tidemark.ledger.masterdata.Exchange;
import io.tidemark.ledger.masterdata.ExchangeTerms;
import io.tidemark.ledger.masterdata.Identification;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.web.Amount;
import io.tidemark.node.web.ReceiptJson;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Tells exchanges as JSON; what a receipt shows comes from its entry alone. */
final class ExchangeTold {
    private ExchangeTold() {}

    static ExchangeAnswers.Rates rates(Exchange rules, LocalDate day, CurrencyCode own) {
        Identification rule = rules.identificationIn(own).orElse(null);
        return new ExchangeAnswers.Rates(
                day.toString(),
                own.code(),
                rules.inForce(day).stream().map(ExchangeTold::rate).toList(),
                rule == null ? null : Amount.of(rule.amount()),
                rule == null ? 0 : rule.days(),
                AskedExchange.DOCUMENTS);
    }

    private static ExchangeAnswers.Rate rate(ExchangeTerms terms) {
        ExchangeTerms.Rates rates = terms.rates();
        return new ExchangeAnswers.Rate(
                terms.foreign().code(),
                terms.from().toString(),
                plain(rates.mid()),
                plain(rates.buy()),
                plain(rates.sell()),
                plain(rates.low()),
                plain(rates.high()),
                Amount.of(terms.handling().note()),
                terms.handling().commission().ppm(),
                Amount.of(terms.handling().commission().least()));
    }

    static ExchangeAnswers.Quote quote(Quote quote, ExchangeTerms terms) {
        boolean allowed = terms.rates().allows(quote.rate());
        return new ExchangeAnswers.Quote(
                quote.way().name(),
                Amount.of(quote.foreign()),
                Amount.of(quote.base()),
                Amount.of(quote.commission()),
                Amount.of(quote.customer()),
                plain(quote.rate()),
                allowed,
                !allowed && terms.bounds().firm().rates());
    }

    /** A look at it, or a copy: the receipt itself was the answer to the exchange. */
    static Answers.Receipt receipt(RecordedEntry entry, CurrencyExchanged event, int copy) {
        EntryHeader header = entry.entry().header();
        CurrencyExchanged.Undone undone = event.undone();
        return new Answers.Receipt(
                Told.receiptId(entry.journal(), header.receipt(), entry.hash().short6()),
                header.receipt(),
                ReceiptKind.EXCHANGE.name(),
                entry.journal().node().store(),
                header.workstation(),
                entry.journal().node().device(),
                header.businessDay().toString(),
                header.at().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                header.operator(),
                String.valueOf(header.command()),
                true,
                copy,
                false,
                header.shift(),
                List.of(),
                List.of(),
                event.approvals().stream().map(ReceiptJson.ApprovalJson::of).toList(),
                undone == null ? "" : undone.reason(),
                List.of(),
                Amount.of(event.drawerBase()),
                Amount.of(Money.zero(event.currency())),
                List.of(),
                null,
                exchanged(entry));
    }

    static ExchangeAnswers.Exchanged exchanged(Outcome.Done done) {
        return exchanged(done.main());
    }

    private static ExchangeAnswers.Exchanged exchanged(RecordedEntry entry) {
        EntryHeader header = entry.entry().header();
        CurrencyExchanged event = (CurrencyExchanged) entry.entry().event();
        CurrencyExchanged.Undone undone = event.undone();
        return new ExchangeAnswers.Exchanged(
                Told.receiptId(entry.journal(), header.receipt(), entry.hash().short6()),
                header.receipt(),
                header.businessDay().toString(),
                header.at().toString(),
                header.operator(),
                event.isBuying() ? "BUY" : "SELL",
                Amount.of(event.foreign()),
                Amount.of(event.base()),
                Amount.of(event.commission()),
                Amount.of(unsigned(event.drawerBase())),
                plain(event.rate()),
                plain(event.mid()),
                Amount.of(event.spread()),
                event.customer().reference(),
                event.customer().document(),
                undone == null ? 0 : undone.receipt().receipt(),
                Told.position(entry));
    }

    private static Money unsigned(Money money) {
        return money.isNegative() ? money.negated() : money;
    }

    private static String plain(ExchangeRate rate) {
        return rate.value().toPlainString();
    }
}
