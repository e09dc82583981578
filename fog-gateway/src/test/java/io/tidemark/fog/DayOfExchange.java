package io.tidemark.fog;

import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.masterdata.Exchange;
import io.tidemark.ledger.masterdata.ExchangeTerms;
import io.tidemark.ledger.masterdata.Identification;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.Rules;
import io.tidemark.ledger.masterdata.Trade;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bureau de change that also counts its goods, and the rules that it goes by. */
final class DayOfExchange {
    private static final CurrencyCode USD = new CurrencyCode("USD");
    private static final LocalDate FROM = LocalDate.of(2026, 11, 1);

    private DayOfExchange() {}

    /** Dollars, of which it may hold 500, and papers from 600 pounds on. */
    static MasterData rules() {
        ExchangeTerms dollars =
                new ExchangeTerms(
                        LaboratoryStore.GBP,
                        FROM,
                        new ExchangeTerms.Rates(
                                rate("0.80"),
                                rate("0.78"),
                                rate("0.83"),
                                rate("0.75"),
                                rate("0.90")),
                        new ExchangeTerms.Handling(
                                usd(5_00), gbp(1), new ExchangeTerms.Commission(0, gbp(0))),
                        new ExchangeTerms.Bounds(usd(0), usd(500_00), ExchangeTerms.Firm.NOTHING),
                        List.of());
        Exchange exchange =
                new Exchange(
                        List.of(dollars),
                        List.of(new Identification("GB", gbp(600_00), 1, List.of())));
        return new MasterData(
                "lab.example",
                1,
                List.of(),
                List.of(),
                List.of(),
                Rules.NONE,
                "s001",
                Trade.NONE.with(exchange));
    }

    /** 875 dollars are bought of somebody who shows no papers, and tea is found to be one short. */
    static LaboratoryTill at(LaboratoryTill till) {
        till.by("Ann", LocalTime.of(9, 0))
                .record(
                        new StockMoved(
                                StockMoved.Kind.DELIVERY,
                                "N-1",
                                "Mill Ltd",
                                "",
                                List.of(
                                        goods("TEA", "Tea", 10, gbp(20_00)),
                                        goods("COFFEE", "Coffee", 6, gbp(30_00)))));
        till.by("Ann", LocalTime.of(11, 0))
                .record(
                        new StockCounted(
                                "shelf",
                                List.of(
                                        goods("TEA", "Tea", 9, null),
                                        goods("COFFEE", "Coffee", 6, null))));
        return till.record(
                new CurrencyExchanged(
                        usd(875_00),
                        gbp(-682_50),
                        gbp(0),
                        rate("0.78"),
                        rate("0.80"),
                        new CurrencyExchanged.Customer("C-77", ""),
                        List.of(),
                        null));
    }

    private static StockLine goods(String plu, String name, long pieces, @Nullable Money cost) {
        return new StockLine(plu, null, name, "D", Quantity.pieces(pieces), cost);
    }

    private static ExchangeRate rate(String decimal) {
        return new ExchangeRate(new BigDecimal(decimal));
    }

    private static Money usd(long minor) {
        return new Money(minor, USD);
    }

    private static Money gbp(long minor) {
        return new Money(minor, LaboratoryStore.GBP);
    }
}
