package io.tidemark.ledger.closedown;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.TILL_KEYS;
import static io.tidemark.ledger.TestShop.gbp;
import static io.tidemark.ledger.TestShop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.MissingDevice;
import io.tidemark.ledger.event.ReceiptDigest;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.event.TotalsSum;
import io.tidemark.ledger.event.Unknown;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloseDownTest {
    private static final JournalId ONE = TestShop.till(1);
    private static final JournalId TWO = TestShop.till(2);

    @Test
    void a_complete_day_adds_up_over_its_tills() {
        StoreDayClosed closed = close(StoreHistory.none(GBP), day(ONE, 1, DAY), day(TWO, 1, DAY));

        assertThat(closed.status()).isEqualTo("complete");
        assertThat(closed.zNumber()).isEqualTo(1);
        assertThat(closed.totals().transactions()).isEqualTo(4);
        assertThat(closed.totals().gross()).isEqualTo(gbp(2 * (1200 - 400)));
        assertThat(closed.totals().returned()).isEqualTo(gbp(2 * -400));
        assertThat(closed.grand().sales()).isEqualTo(gbp(2400));
    }

    @Test
    void expected_cash_is_float_and_sales_less_refunds_and_pickups() {
        StoreDayClosed closed = close(StoreHistory.none(GBP), day(ONE, 1, DAY));

        TenderAccount cash = closed.tills().getFirst().totals().tenders().getFirst();
        assertThat(cash.expected()).isEqualTo(gbp(10_000 + 1200 - 400 - 500));
        assertThat(cash.overShort()).contains(gbp(-100));
    }

    @Test
    void a_till_that_did_not_close_is_named_with_its_last_mark() {
        TestChain open = chain(TWO, DAY, TestShop.dayOpened(), TestShop.sale(line("P", 1, "1.00")));

        StoreDayClosed closed = close(StoreHistory.none(GBP), day(ONE, 1, DAY), open);

        assertThat(closed.without()).containsExactly(new MissingDevice("till-2", 1, 2));
        assertThat(closed.status()).isEqualTo("closed without: till-2, last mark 2");
    }

    @Test
    void a_handheld_that_has_not_begun_the_day_is_not_waited_for() {
        DeviceDayFold unused = handheld(chain(TWO, DAY));

        StoreDayClosed closed = closeWith(unused, day(ONE, 1, DAY));

        assertThat(closed.status()).isEqualTo("complete");
    }

    @Test
    void a_handheld_that_has_begun_the_day_is_waited_for_until_it_ends_it() {
        TestChain open = chain(TWO, DAY, TestShop.dayOpened());

        assertThat(closeWith(handheld(open), day(ONE, 1, DAY)).status())
                .isEqualTo("closed without: till-2, last mark 1");
        closeTill(open, 1, DAY);
        assertThat(closeWith(handheld(open), day(ONE, 1, DAY)).status()).isEqualTo("complete");
    }

    @Test
    void a_handheld_that_has_told_of_more_than_is_here_is_named() {
        DeviceDayFold away = handheld(chain(TWO, DAY)).known(4);

        assertThat(closeWith(away, day(ONE, 1, DAY)).without())
                .containsExactly(new MissingDevice("till-2", 1, 0));
    }

    private static DeviceDayFold handheld(TestChain chain) {
        return ChainFold.of(chain, DAY, StoreHistory.none(GBP)).waitedForOnlyOpen(true);
    }

    private static StoreDayClosed closeWith(DeviceDayFold handheld, TestChain till) {
        StoreHistory none = StoreHistory.none(GBP);
        return CloseDown.fold(DAY, none, List.of(ChainFold.of(till, DAY, none), handheld), 7)
                .closed();
    }

    @Test
    void what_comes_after_the_close_is_a_numbered_supplement_with_only_the_difference() {
        TestChain late = chain(TWO, DAY, TestShop.dayOpened(), TestShop.sale(line("P", 1, "1.00")));
        TestChain one = day(ONE, 1, DAY);
        StoreHistory history =
                StoreHistory.none(GBP).then(close(StoreHistory.none(GBP), one, late));
        late.append(TestShop.entry(TestShop.sale(line("Q", 1, "2.50")), 2));
        closeTill(late, 1, DAY);

        StoreDayClosed supplement = close(history, one, late);

        assertThat(supplement.zNumber()).isEqualTo(1);
        assertThat(supplement.supplement()).isEqualTo(1);
        assertThat(supplement.status()).isEqualTo("complete");
        assertThat(supplement.totals().gross()).isEqualTo(gbp(250));
        assertThat(supplement.grand().net()).isEqualTo(gbp(800 + 100 + 250));
    }

    @Test
    void a_day_opened_again_at_the_till_is_over_only_with_its_next_till_z() {
        TestChain till = day(ONE, 1, DAY);
        StoreHistory history = StoreHistory.none(GBP).then(close(StoreHistory.none(GBP), till));
        till.append(TestShop.entry(TestShop.dayOpened(), 0, DAY));

        StoreDayClosed amidst = close(history, till);
        closeTill(till, 2, DAY);

        assertThat(amidst.status()).startsWith("closed without: till-1");
        assertThat(close(StoreHistory.none(GBP), till).status()).isEqualTo("complete");
        assertThat(close(history, till).status()).isEqualTo("complete");
    }

    @Test
    void the_next_day_gets_the_next_number_and_never_the_other_days_entries() {
        TestChain till = day(ONE, 1, DAY);
        StoreHistory history = StoreHistory.none(GBP).then(close(StoreHistory.none(GBP), till));
        LocalDate next = DAY.plusDays(1);
        till.append(TestShop.entry(TestShop.dayOpened(), 0, next));
        till.append(TestShop.entry(TestShop.sale(line("R", 1, "3.00")), 3, next));
        closeTill(till, 2, next);

        StoreDayClosed closed = close(history, next, till);

        assertThat(closed.zNumber()).isEqualTo(2);
        assertThat(closed.totals().gross()).isEqualTo(gbp(300));
        assertThat(closed.tills().getFirst().first()).isEqualTo(till.head().sequence() - 2);
    }

    @Test
    void the_order_in_which_devices_are_given_does_not_matter() {
        StoreDayClosed closed = close(StoreHistory.none(GBP), day(ONE, 1, DAY), day(TWO, 1, DAY));
        StoreDayClosed again = close(StoreHistory.none(GBP), day(TWO, 1, DAY), day(ONE, 1, DAY));

        assertThat(TestShop.entry(again, 0)).isEqualTo(TestShop.entry(closed, 0));
    }

    @Test
    void the_fold_agrees_with_what_the_till_itself_closed() {
        TestChain till = day(ONE, 1, DAY);

        StoreDayClosed closed = close(StoreHistory.none(GBP), till);

        TotalsSum own = new TotalsSum(GBP);
        events().forEach(own::add);
        assertThat(closed.tills().getFirst().totals()).isEqualTo(own.totals());
    }

    @Test
    void receipts_are_comparable_one_by_one_through_their_digest() {
        ReceiptDigest digest =
                close(StoreHistory.none(GBP), day(ONE, 1, DAY)).tills().getFirst().receipts();

        assertThat(digest)
                .isEqualTo(ReceiptDigest.NONE.then(1, 2, gbp(1200)).then(2, 1, gbp(-400)));
        assertThat(digest)
                .isNotEqualTo(ReceiptDigest.NONE.then(2, 1, gbp(-400)).then(1, 2, gbp(1200)));
    }

    @Test
    void an_unknown_critical_entry_is_a_problem_and_an_unreadable_one_is_kept_unposted() {
        TestChain till =
                chain(ONE, DAY, TestShop.dayOpened(), new Unknown(77, true, new byte[] {1}));
        till.append(new EntryBytes(TestShop.entry(TestShop.opened(1), 0).header(), new byte[] {1}));
        DeviceDayFold fold = ChainFold.of(till, DAY, StoreHistory.none(GBP));

        assertThat(fold.problems())
                .hasSize(2)
                .contains(new DeviceDayFold.Problem.UnknownCritical("till-1", 2, 77));
        assertThat(fold.result().last()).isEqualTo(3);
    }

    private static StoreDayClosed close(StoreHistory history, TestChain... tills) {
        return close(history, DAY, tills);
    }

    private static StoreDayClosed close(StoreHistory history, LocalDate day, TestChain... tills) {
        return ChainFold.closed(history, day, List.of(tills)).closed();
    }

    private static List<Event> events() {
        return List.of(
                TestShop.dayOpened(),
                TestShop.opened(10_000),
                TestShop.sale(line("P", 2, "4.00"), line("Q", 1, "4.00")),
                TestShop.returned(line("Q", -1, "4.00")),
                new CashMovement(CashMovement.Kind.PICKUP, gbp(500), "safe"),
                new TillCounted(List.of(new CountedTender(TenderType.CASH, gbp(10_200)))));
    }

    private static TestChain day(JournalId id, long z, LocalDate day) {
        TestChain chain = chain(id, day, events().toArray(Event[]::new));
        closeTill(chain, z, day);
        return chain;
    }

    private static TestChain chain(JournalId id, LocalDate day, Event... events) {
        TestChain chain = new TestChain(id, TILL_KEYS);
        long receipt = 0;
        for (Event event : events) {
            boolean printed = event instanceof RetailTransaction;
            chain.append(TestShop.entry(event, printed ? ++receipt : 0, day));
        }
        return chain;
    }

    private static void closeTill(TestChain chain, long z, LocalDate day) {
        Head head = chain.head();
        chain.append(
                TestShop.entry(
                        new TillDayClosed(
                                z,
                                1,
                                head.sequence(),
                                head.hash(),
                                Totals.none(GBP),
                                ReceiptDigest.NONE),
                        0,
                        day));
    }
}
