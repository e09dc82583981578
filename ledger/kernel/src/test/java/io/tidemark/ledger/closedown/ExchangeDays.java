package io.tidemark.ledger.closedown;

import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.gbp;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Days of two tills that exchange, closed one after the other. */
final class ExchangeDays {
    static final CurrencyCode USD = new CurrencyCode("USD");
    static final Money LIMIT = new Money(100_000, USD);
    static final StoreHistory NONE = StoreHistory.none(GBP);

    private ExchangeDays() {}

    /** Goods for so many pounds, paid with as many dollars as counted for that. */
    static SaleCompleted paidIn(long dollars, long pounds) {
        return new SaleCompleted(
                GBP,
                List.of(TestShop.line("85123A", pounds, "0.01")),
                List.of(new Tender(TenderType.CASH, usd(dollars), rate("0.77"), gbp(pounds))),
                gbp(0));
    }

    static CashMovement moved(CashMovement.Kind kind, long dollars) {
        return new CashMovement(kind, usd(dollars), "the bank");
    }

    static StoreDayClosed close(
            StoreHistory history,
            LocalDate day,
            Map<CurrencyCode, CloseDown.Quoted> quoted,
            TestChain... tills) {
        List<DeviceDayFold> folds =
                List.of(tills).stream().map(till -> ChainFold.of(till, day, history)).toList();
        return CloseDown.fold(day, history, folds, new CloseDown.MasterFacts(3, quoted)).closed();
    }

    static StoreDayClosed closed(
            StoreHistory history, LocalDate day, String mid, List<Event> one, List<Event> two) {
        return close(
                history,
                day,
                mid,
                chain(TestShop.till(1), day, one),
                chain(TestShop.till(2), day, two));
    }

    static TestChain chain(JournalId id, LocalDate day, List<Event> events) {
        TestChain chain = new TestChain(id, TestShop.TILL_KEYS);
        chain.append(TestShop.entry(TestShop.dayOpened(), 0, day));
        for (Event event : events) chain.append(TestShop.entry(event, 0, day));
        return chain;
    }

    static StoreDayClosed close(
            StoreHistory history, LocalDate day, String mid, TestChain... tills) {
        return close(history, day, Map.of(USD, new CloseDown.Quoted(rate(mid), LIMIT)), tills);
    }

    static CurrencyExchanged bought(long dollars, long pounds) {
        return exchanged(dollars, -pounds);
    }

    static CurrencyExchanged sold(long dollars, long pounds) {
        return exchanged(-dollars, pounds);
    }

    static CurrencyExchanged exchanged(long dollars, long pounds) {
        return new CurrencyExchanged(
                usd(dollars),
                gbp(pounds),
                gbp(0),
                rate("0.78"),
                rate("0.78"),
                CurrencyExchanged.Customer.UNKNOWN,
                List.of(),
                null);
    }

    static ExchangeRate rate(String decimal) {
        return new ExchangeRate(new BigDecimal(decimal));
    }

    static Money usd(long minor) {
        return new Money(minor, USD);
    }
}
