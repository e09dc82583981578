package io.tidemark.ledger.closedown;

import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.gbp;
import static io.tidemark.ledger.closedown.ChainFold.closed;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.GrandTotals;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.SalesTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From what each receipt and movement says to what a close-down says of all of them. */
class MoneyOfDayTest {
    private static final StoreHistory NONE = StoreHistory.none(GBP);

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32})
    void money_is_conserved_from_receipts_to_drawers(long seed) {
        List<TestChain> tills = new RandomDay(seed).tills();

        StoreDayClosed closed = closed(tills).closed();

        Money receipts = gbp(0);
        Money tax = gbp(0);
        for (TestChain till : tills)
            for (EntryBytes bytes : till.entries())
                if (EntryCodec.decode(bytes).event() instanceof RetailTransaction receipt) {
                    receipts = receipts.plus(receipt.total());
                    tax = tax.plus(Money.sum(GBP, receipt.lines(), each -> each.taxAmount()));
                }
        assertThat(closed.totals().gross()).isEqualTo(receipts);
        assertThat(closed.totals().tax()).isEqualTo(tax);
        assertThat(Money.sum(GBP, closed.totals().sales(), SalesTotal::gross)).isEqualTo(receipts);
        assertThat(Money.sum(GBP, closed.totals().tenders(), TenderAccount::base))
                .isEqualTo(receipts);
    }

    /** Of tills that were opened once: each till Z hands in what is there. */
    @ParameterizedTest
    @ValueSource(longs = {33, 34, 35, 36, 37, 38, 39, 40})
    void over_short_is_what_was_last_counted_less_what_was_expected(long seed) {
        List<TestChain> tills = new RandomDay(seed).tills();

        StoreDayClosed closed = closed(tills).closed();

        for (int i = 0; i < tills.size(); i++) {
            if (events(tills.get(i)).filter(TillOpened.class::isInstance).count() > 1) continue;
            Map<String, Long> counted = counted(tills.get(i));
            for (TenderAccount account : closed.tills().get(i).totals().tenders()) {
                Money told = account.counted();
                if (told == null) continue;
                assertThat(told.minor()).isEqualTo(counted.get(name(account.type(), told)));
                assertThat(account.overShort().orElseThrow().minor())
                        .isEqualTo(told.minor() - account.expected().minor());
            }
        }
    }

    private static Stream<Event> events(TestChain till) {
        return till.entries().stream().map(bytes -> EntryCodec.decode(bytes).event());
    }

    private static Map<String, Long> counted(TestChain till) {
        Map<String, Long> last = new TreeMap<>();
        events(till)
                .filter(TillCounted.class::isInstance)
                .flatMap(event -> ((TillCounted) event).counted().stream())
                .forEach(each -> last.put(name(each.type(), each.amount()), each.amount().minor()));
        return last;
    }

    private static String name(TenderType type, Money amount) {
        return type.code() + " " + amount.currency().code();
    }

    /** At each part of a day that arrives, by what each receipt comes to. */
    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104, 105, 106, 107, 108})
    void grand_totals_only_grow_whatever_is_taken_back(long seed) {
        List<TestChain> whole = new RandomDay(seed).tills();
        StoreHistory history = NONE;

        for (int quarter = 1; quarter <= 4; quarter++) {
            int part = quarter;
            List<TestChain> arrived =
                    whole.stream()
                            .map(till -> till.upTo(till.entries().size() * part / 4))
                            .toList();
            GrandTotals before = history.grand();
            history = history.then(closed(history, arrived).closed());

            GrandTotals grand = history.grand();
            assertThat(grand.sales().minor())
                    .isGreaterThanOrEqualTo(before.sales().minor())
                    .isEqualTo(receipts(arrived).filter(minor -> minor > 0).sum());
            assertThat(grand.returns().minor())
                    .isLessThanOrEqualTo(before.returns().minor())
                    .isEqualTo(receipts(arrived).filter(minor -> minor < 0).sum());
        }
        assertThat(history.grand().returns().isNegative()).isTrue();
    }

    /** What each came to. */
    private static LongStream receipts(List<TestChain> tills) {
        return tills.stream()
                .flatMap(till -> till.entries().stream())
                .map(bytes -> EntryCodec.decode(bytes).event())
                .filter(RetailTransaction.class::isInstance)
                .mapToLong(event -> ((RetailTransaction) event).total().minor());
    }

    /** Float + sales − refunds − change + paid in − paid out + loans − pickups ± exchange. */
    @ParameterizedTest
    @ValueSource(longs = {81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92})
    void cash_is_expected_by_what_was_put_into_each_drawer_and_taken_out_of_it(long seed) {
        List<TestChain> tills = new RandomDay(seed).tills();

        StoreDayClosed closed = closed(tills).closed();

        for (int i = 0; i < tills.size(); i++) {
            Map<String, Long> cash = new TreeMap<>();
            for (EntryBytes bytes : tills.get(i).entries())
                for (Money in : cashOf(EntryCodec.decode(bytes).event()))
                    cash.merge(in.currency().code(), in.minor(), Math::addExact);
            Map<String, Long> expected = new TreeMap<>();
            for (TenderAccount account : closed.tills().get(i).totals().tenders())
                if (account.type().isCash())
                    expected.put(account.currency().code(), account.expected().minor());
            cash.values().removeIf(minor -> minor == 0);
            expected.values().removeIf(minor -> minor == 0);
            assertThat(expected).isEqualTo(cash);
        }
    }

    /** What an entry put into the drawer; below zero what it took out. */
    private static List<Money> cashOf(Event event) {
        List<Money> cash = new ArrayList<>();
        if (event instanceof TillOpened opened) cash.addAll(opened.cashFloat());
        if (event instanceof CashMovement moved) cash.add(moved.effect());
        if (event instanceof CurrencyExchanged exchanged)
            cash.addAll(List.of(exchanged.foreign(), exchanged.base(), exchanged.commission()));
        if (event instanceof RetailTransaction receipt) {
            for (Tender tender : receipt.tenders())
                if (tender.type().isCash()) cash.add(tender.amount());
            cash.add(receipt.change().negated());
        }
        return cash;
    }
}
