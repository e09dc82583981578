package io.tidemark.edge.till;

import io.micronaut.http.HttpStatus;
import io.tidemark.edge.record.Approver;
import io.tidemark.edge.record.Ask;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.exchange.Quote;
import io.tidemark.ledger.masterdata.ExchangeTerms;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.web.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes an ask of a request to exchange, or refuses it with what is wrong. */
final class AskedExchange {
    /** Kinds of papers; the numbers on them are kept by the bureau, never here. */
    static final List<String> DOCUMENTS =
            List.of("PASSPORT", "ID_CARD", "RESIDENCE_PERMIT", "DRIVING_LICENCE");

    private AskedExchange() {}

    static Ask.Exchange of(ExchangeRequests.Exchange request, CurrencyCode own) {
        return Asked.checked(() -> {
            String rate = Asked.given(request.rate());
            Long expected = request.expectedMinor();
            return new Ask.Exchange(
                    Asked.id(request.commandId()),
                    Asked.operator(request.operator()),
                    way(request.way()),
                    new Money(request.minor(), currency(request.currency())),
                    rate == null ? null : rate(rate),
                    expected == null ? null : new Money(expected, own),
                    new CurrencyExchanged.Customer(
                            Asked.orEmpty(request.customer()).strip(),
                            document(request.document())),
                    approver(request.approval()));
        });
    }

    static Ask.UndoExchange undo(long receipt, ExchangeRequests.Undo request) {
        return Asked.checked(() ->
                new Ask.UndoExchange(
                        Asked.id(request.commandId()),
                        Asked.operator(request.operator()),
                        receipt,
                        Asked.orEmpty(request.reason()),
                        approver(request.approval())));
    }

    static Quote quote(ExchangeRequests.Quote request, ExchangeTerms terms) {
        Quote.Way way = way(request.way());
        String asked = Asked.given(request.rate());
        ExchangeRate rate = asked == null ? way.of(terms.rates()) : rate(asked);
        Long minor = request.minor();
        Long base = request.baseMinor();
        if ((minor == null) == (base == null))
            throw new IllegalArgumentException(
                    "give either minor, of the foreign currency, or baseMinor, of the store's");
        return base == null
                ? Quote.of(terms, way, new Money(minor == null ? 0 : minor, terms.foreign()), rate)
                : Quote.upTo(terms, way, new Money(base, terms.currency()), rate);
    }

    static CurrencyCode currency(String code) {
        try {
            return new CurrencyCode(code.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private static Quote.Way way(String text) {
        return switch (text.strip().toUpperCase(Locale.ROOT)) {
            case "BUY" -> Quote.Way.BUY;
            case "SELL" -> Quote.Way.SELL;
            default ->
                    throw new IllegalArgumentException(
                            "way is BUY (the customer brings the currency) or SELL, not '"
                                    + text
                                    + "'");
        };
    }

    private static ExchangeRate rate(String text) {
        try {
            return new ExchangeRate(new BigDecimal(text.replace(',', '.')));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no rate: store currency per unit, such as 0.9412", e);
        }
    }

    private static String document(@Nullable String text) {
        String document = Asked.orEmpty(text).strip().toUpperCase(Locale.ROOT);
        if (!document.isEmpty() && !DOCUMENTS.contains(document))
            throw new IllegalArgumentException(
                    "'" + text + "' is no kind of paper; use one of " + DOCUMENTS);
        return document;
    }

    private static @Nullable Approver approver(Requests.@Nullable Approval approval) {
        return approval == null
                ? null
                : new Approver(approval.supervisor(), Asked.orEmpty(approval.reason()));
    }
}
