package io.tidemark.ledger.closedown;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.line;
import static io.tidemark.ledger.TestShop.sale;
import static io.tidemark.ledger.closedown.ChainFold.closed;
import static io.tidemark.ledger.closedown.ChainFold.details;
import static io.tidemark.ledger.closedown.ChainFold.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.event.CashierTotal;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.HourTotal;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.ProductTable;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.money.Money;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
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
        return till.upTo(cut.nextInt(till.entries().size() + 1));
    }
}
