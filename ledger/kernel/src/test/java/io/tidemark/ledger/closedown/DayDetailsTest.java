package io.tidemark.ledger.closedown;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.gbp;
import static io.tidemark.ledger.TestShop.line;
import static io.tidemark.ledger.TestShop.sale;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.event.BasketStatistics;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CashierTotal;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.GrandTotals;
import io.tidemark.ledger.event.HourTotal;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.ProductTable;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.SalesTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.StoreDayProducts;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.merkle.MerkleTree;
import io.tidemark.ledger.money.Money;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayDetailsTest {
    private static final StoreHistory NONE = StoreHistory.none(GBP);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void a_close_down_is_the_sum_of_its_tills_cashiers_hours_and_products(long seed) {
        CloseDown.Folded day = closed(new RandomDay(seed).tills());

        StoreDayClosed closed = day.closed();
        Money gross = closed.totals().gross();
        DayDetails details = details(day);
        assertThat(Money.sum(GBP, closed.tills(), till -> till.totals().gross())).isEqualTo(gross);
        assertThat(Money.sum(GBP, details.cashiers(), CashierTotal::gross)).isEqualTo(gross);
        assertThat(Money.sum(GBP, details.hours(), HourTotal::gross)).isEqualTo(gross);
        assertThat(Money.sum(GBP, rows(day), ProductTotal::gross)).isEqualTo(gross);
        assertThat(Money.sum(GBP, rows(day), ProductTotal::tax)).isEqualTo(closed.totals().tax());
        assertThat(details.charged().plus(details.refunded())).isEqualTo(gross);
        assertThat(details.hours().stream().mapToLong(HourTotal::transactions).sum())
                .isEqualTo(closed.totals().transactions());
        assertThat(rows(day).stream().mapToLong(ProductTotal::lines).sum())
                .isEqualTo(closed.totals().lines());
        assertThat(tallies(details.cashiers())).isEqualTo(closed.totals().tallies());
    }

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
                            .map(till -> upTo(till, till.entries().size() * part / 4))
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

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56})
    void a_supplement_and_its_close_down_are_the_recomputed_whole(long seed) {
        Random cut = new Random(seed);
        List<TestChain> whole = new RandomDay(seed).tills();
        List<TestChain> arrived = whole.stream().map(till -> part(till, cut)).toList();

        CloseDown.Folded first = closed(arrived);
        StoreHistory history = NONE.then(first.closed());
        CloseDown.Folded supplement = closed(history, whole);
        CloseDown.Folded recomputed = closed(whole);

        assertThat(sums(first.closed().totals(), supplement.closed().totals()))
                .isEqualTo(sums(recomputed.closed().totals()));
        assertThat(supplement.closed().grand()).isEqualTo(recomputed.closed().grand());
        assertThat(merged(List.of(first, supplement), DayDetailsTest::byProduct))
                .isEqualTo(merged(List.of(recomputed), DayDetailsTest::byProduct));
        assertThat(merged(List.of(first, supplement), DayDetailsTest::byHour))
                .isEqualTo(merged(List.of(recomputed), DayDetailsTest::byHour));
        assertThat(merged(List.of(first, supplement), DayDetailsTest::byCashier))
                .isEqualTo(merged(List.of(recomputed), DayDetailsTest::byCashier));
        assertThat(details(first).entries() + details(supplement).entries())
                .isEqualTo(details(recomputed).entries());
    }

    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63, 64})
    void in_whatever_order_tills_are_heard_the_bytes_are_the_same(long seed) {
        List<TestChain> tills = new RandomDay(seed).tills();
        List<TestChain> shuffled = new ArrayList<>(tills);
        Collections.reverse(shuffled);

        assertThat(bytes(closed(shuffled))).isEqualTo(bytes(closed(tills)));
    }

    @Test
    void another_machines_zone_and_language_change_no_byte() {
        List<TestChain> tills = new RandomDay(5).tills();
        byte[] here = bytes(closed(tills));
        TimeZone zone = TimeZone.getDefault();
        Locale language = Locale.getDefault();

        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertThat(bytes(closed(tills))).isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(language);
        }
    }

    @Test
    void the_root_is_of_the_days_entries_by_device_and_sequence() {
        List<TestChain> tills = new RandomDay(7).tills();

        DayDetails details = details(closed(tills));

        MerkleTree tree = new MerkleTree();
        for (TestChain till : tills)
            for (int sequence = 1; sequence <= till.entries().size(); sequence++)
                tree.add(till.hashAt(sequence).toBytes());
        assertThat(details.entries()).isEqualTo(tree.size());
        assertThat(details.root()).isEqualTo(tree.root());
    }

    @Test
    void any_other_byte_of_an_entry_gives_another_root() {
        TestChain till = new TestChain(TestShop.till(1), TestShop.TILL_KEYS).append(3);
        Hash root = details(closed(List.of(till))).root();
        EntryBytes last = till.entries().getLast();

        for (int at = 0; at < last.event().length; at++) {
            byte[] flipped = last.event().clone();
            flipped[at] ^= (byte) (1 << at % 8);
            TestChain other = upTo(till, 2).append(new EntryBytes(last.header(), flipped));

            assertThat(details(closed(List.of(other))).root()).as("byte %d", at).isNotEqualTo(root);
        }
    }

    @Test
    void baskets_are_told_by_mean_median_and_ninety_fifth_percentile() {
        Baskets baskets = new Baskets();
        for (int value = 1; value <= 20; value++) baskets.add(value % 3, 10L * value);

        BasketStatistics told = baskets.statistics(GBP);

        assertThat(told.count()).isEqualTo(20);
        assertThat(told.valueMean()).isEqualTo(gbp(105));
        assertThat(told.valueMedian()).isEqualTo(gbp(100)); // the 10th of 20
        assertThat(told.valueP95()).isEqualTo(gbp(190)); // the 19th of 20
        assertThat(told.sizeMeanHundredths()).isEqualTo(105); // 21 lines in 20 baskets
    }

    @Test
    void means_are_rounded_half_up() {
        Baskets baskets = new Baskets();
        for (int i = 0; i < 7; i++) baskets.add(0, 0);
        baskets.add(1, 4);

        BasketStatistics told = baskets.statistics(GBP);

        assertThat(told.valueMean()).isEqualTo(gbp(1)); // 0.5
        assertThat(told.sizeMeanHundredths()).isEqualTo(13); // 12.5
    }

    @Test
    void where_nothing_was_sold_baskets_are_zero() {
        assertThat(new Baskets().statistics(GBP))
                .isEqualTo(new BasketStatistics(0, 0, 0, 0, gbp(0), gbp(0), gbp(0)));
    }

    @Test
    void an_hour_is_of_the_clock_on_the_wall_and_a_lost_clock_makes_no_new_days() {
        assertThat(HourTotal.of(DAY, LocalDateTime.of(2011, 12, 5, 9, 59))).isEqualTo(9);
        assertThat(HourTotal.of(DAY, LocalDateTime.of(2011, 12, 6, 1, 0))).isEqualTo(25);
        assertThat(HourTotal.of(DAY, LocalDateTime.of(2011, 12, 4, 23, 59))).isEqualTo(-1);
        assertThat(HourTotal.of(DAY, LocalDateTime.of(1970, 1, 1, 0, 0))).isEqualTo(-24);
        assertThat(HourTotal.of(DAY, LocalDateTime.of(2099, 1, 1, 0, 0))).isEqualTo(71);
    }

    @Test
    void thousands_of_products_stand_in_entries_of_their_own() {
        TestChain till = new TestChain(TestShop.till(1), TestShop.TILL_KEYS);
        for (int i = 0; i < 7; i++) till.append(TestShop.entry(sale(many(i)), i + 1));

        CloseDown.Folded day = closed(List.of(till));

        ProductTable table = details(day).products();
        assertThat(table.rows()).isEqualTo(7_000);
        assertThat(table.parts()).isEqualTo(2);
        assertThat(day.products())
                .extracting(part -> part.rows().size())
                .containsExactly(5_000, 2_000);
        assertThat(rows(day)).isSortedAccordingTo((a, b) -> a.key().compareTo(b.key()));
        assertThat(ProductTable.of(rows(day))).isEqualTo(table);
    }

    private static Line[] many(int from) {
        Line[] lines = new Line[1_000];
        for (int i = 0; i < lines.length; i++) lines[i] = line("P" + (1_000 * from + i), 1, "1.00");
        return lines;
    }

    private static DayDetails details(CloseDown.Folded day) {
        return Objects.requireNonNull(day.closed().details());
    }

    private static List<ProductTotal> rows(CloseDown.Folded day) {
        return day.products().stream().map(StoreDayProducts::rows).flatMap(List::stream).toList();
    }

    private static byte[] bytes(CloseDown.Folded day) {
        return TestShop.entry(day.closed(), 0).toBytes();
    }

    private static List<Tally> tallies(List<CashierTotal> cashiers) {
        Map<String, Tally> sums = new TreeMap<>();
        for (CashierTotal cashier : cashiers)
            for (Tally tally : cashier.tallies())
                sums.merge(
                        tally.kind(),
                        tally,
                        (a, b) ->
                                new Tally(
                                        a.kind(),
                                        a.count() + b.count(),
                                        a.amount().plus(b.amount())));
        return List.copyOf(sums.values());
    }

    /** All but what was counted, which is of the whole drawer at its time. */
    private static List<Object> sums(Totals... parts) {
        Totals totals = Totals.sum(GBP, List.of(parts));
        return List.of(
                totals.transactions(),
                totals.returns(),
                totals.lines(),
                totals.noSales(),
                totals.gross(),
                totals.returned(),
                totals.tax(),
                totals.sales(),
                totals.tallies(),
                totals.stock(),
                totals.tenders().stream()
                        .map(account -> List.of(account.type(), account.expected(), account.base()))
                        .toList());
    }

    private static Map<String, Long> byProduct(CloseDown.Folded day) {
        Map<String, Long> sums = new TreeMap<>();
        for (ProductTotal row : rows(day)) {
            sums.merge(row.key() + " quantity", row.thousandths(), Long::sum);
            sums.merge(row.key() + " gross", row.gross().minor(), Long::sum);
            sums.merge(row.key() + " tax", row.tax().minor(), Long::sum);
        }
        return sums;
    }

    private static Map<String, Long> byHour(CloseDown.Folded day) {
        Map<String, Long> sums = new TreeMap<>();
        for (HourTotal hour : details(day).hours()) {
            sums.merge(hour.hour() + " gross", hour.gross().minor(), Long::sum);
            sums.merge(hour.hour() + " receipts", hour.transactions(), Long::sum);
        }
        return sums;
    }

    private static Map<String, Long> byCashier(CloseDown.Folded day) {
        Map<String, Long> sums = new TreeMap<>();
        for (CashierTotal cashier : details(day).cashiers()) {
            sums.merge(cashier.operator() + " gross", cashier.gross().minor(), Long::sum);
            sums.merge(cashier.operator() + " no sales", cashier.noSales(), Long::sum);
            for (Tally tally : cashier.tallies())
                sums.merge(cashier.operator() + tally.kind(), tally.count(), Long::sum);
        }
        return sums;
    }

    private static Map<String, Long> merged(
            List<CloseDown.Folded> days, Function<CloseDown.Folded, Map<String, Long>> figures) {
        Map<String, Long> sums = new TreeMap<>();
        for (CloseDown.Folded day : days)
            figures.apply(day).forEach((key, sum) -> sums.merge(key, sum, Long::sum));
        return sums;
    }

    private static TestChain part(TestChain till, Random cut) {
        int end = cut.nextInt(till.entries().size() + 1);
        return upTo(till, end);
    }

    private static TestChain upTo(TestChain till, int end) {
        TestChain part = new TestChain(till.signedAt(0).journal(), TestShop.TILL_KEYS);
        till.entries().subList(0, end).forEach(part::append);
        return part;
    }

    private static CloseDown.Folded closed(List<TestChain> tills) {
        return closed(NONE, tills);
    }

    private static CloseDown.Folded closed(StoreHistory history, List<TestChain> tills) {
        return CloseDown.fold(
                DAY, history, tills.stream().map(till -> fold(till, history)).toList(), 3);
    }

    private static DeviceDayFold fold(TestChain chain, StoreHistory history) {
        JournalId id = chain.signedAt(0).journal();
        DeviceDayFold fold = new DeviceDayFold(id, "W1", DAY, history.takenUpTo(DAY, id), GBP);
        Head head = Head.genesis(id);
        for (EntryBytes entry : chain.entries()) {
            head = head.then(entry);
            fold.entry(head.sequence(), head.hash(), entry);
        }
        return fold;
    }
}
