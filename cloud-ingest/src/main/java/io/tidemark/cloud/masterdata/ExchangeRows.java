package io.tidemark.cloud.masterdata;

import io.tidemark.cloud.masterdata.CsvRow.BadCell;
import io.tidemark.ledger.masterdata.Exchange;
import io.tidemark.ledger.masterdata.ExchangeTerms;
import io.tidemark.ledger.masterdata.Identification;
import io.tidemark.ledger.masterdata.OncePerStore;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.UnitPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** How bureaux de change exchange, of an import: rates, and when customers are to be known. */
final class ExchangeRows {
    private final Function<CsvRow, List<String>> stores;
    private final List<ExchangeTerms> terms = new ArrayList<>();
    private final List<Identification> identification = new ArrayList<>();
    private final OncePerStore once = new OncePerStore();

    ExchangeRows(Function<CsvRow, List<String>> stores) {
        this.stores = stores;
    }

    /** Where no range is given, a cashier exchanges at the quoted rates only. */
    void terms(CsvRow row) {
        CurrencyCode own = row.needed("currency", CurrencyCode::new);
        CurrencyCode foreign = row.needed("foreign", CurrencyCode::new);
        ExchangeRate buy = row.needed("buy", TradeRows::rate);
        ExchangeRate sell = row.needed("sell", TradeRows::rate);
        ExchangeTerms read =
                new ExchangeTerms(
                        own,
                        row.date("from"),
                        new ExchangeTerms.Rates(
                                row.needed("mid", TradeRows::rate),
                                buy,
                                sell,
                                row.optional("low", TradeRows::rate).orElse(buy),
                                row.optional("high", TradeRows::rate).orElse(sell)),
                        handling(row, own, foreign),
                        bounds(row, foreign),
                        stores.apply(row));
        onlyOnce(
                "from",
                "rates of " + foreign + " in " + own + " from " + read.from(),
                read.stores());
        terms.add(read);
    }

    void identification(CsvRow row) {
        CurrencyCode own = row.needed("currency", CurrencyCode::new);
        Identification read =
                new Identification(
                        row.needed("country").toUpperCase(Locale.ROOT),
                        row.needed("amount", in(own)),
                        row.needed("days", ExchangeRows::days),
                        stores.apply(row));
        onlyOnce("currency", "rules of identification in " + own, read.stores());
        identification.add(read);
    }

    private static ExchangeTerms.Handling handling(
            CsvRow row, CurrencyCode own, CurrencyCode foreign) {
        return new ExchangeTerms.Handling(
                row.optional("note", in(foreign)).orElse(new Money(1, foreign)),
                row.optional("round", in(own)).orElse(new Money(1, own)),
                new ExchangeTerms.Commission(
                        row.optional("commission", PerCent::read)
                                .map(share -> share.ppm())
                                .orElse(0),
                        row.optional("least", in(own)).orElse(Money.zero(own))));
    }

    private static ExchangeTerms.Bounds bounds(CsvRow row, CurrencyCode foreign) {
        return new ExchangeTerms.Bounds(
                row.optional("drawer", in(foreign)).orElse(Money.zero(foreign)),
                row.optional("position", in(foreign)).orElse(Money.zero(foreign)),
                new ExchangeTerms.Firm(
                        row.optional("outside", ExchangeRows::isNever).orElse(false),
                        row.optional("beyond", ExchangeRows::isNever).orElse(false)));
    }

    private void onlyOnce(String column, String what, List<String> of) {
        try {
            once.add(what, of);
        } catch (IllegalArgumentException e) {
            throw new BadCell(column, String.valueOf(e.getMessage()), e);
        }
    }

    /** What is not imported stays as it was. */
    Exchange exchange(boolean termsImported, boolean identificationImported, Exchange before) {
        return new Exchange(
                termsImported ? terms : before.terms(),
                identificationImported ? identification : before.identification());
    }

    static boolean isNever(String text) {
        return TradeRows.isSecond(text, "supervisor", "never");
    }

    static int days(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no number of days; write it like 30", e);
        }
    }

    /** In whole minor units. */
    private static Function<String, Money> in(CurrencyCode currency) {
        return text -> {
            BigDecimal amount = UnitPrice.of(text).value();
            try {
                return new Money(
                        amount.movePointRight(currency.digits()).longValueExact(), currency);
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException(
                        "'" + text + "' has more decimals than " + currency + " has", e);
            }
        };
    }
}
