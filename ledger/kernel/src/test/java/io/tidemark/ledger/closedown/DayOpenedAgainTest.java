package io.tidemark.ledger.closedown;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.TILL;
import static io.tidemark.ledger.TestShop.TILL_KEYS;
import static io.tidemark.ledger.TestShop.gbp;
import static io.tidemark.ledger.TestShop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.drawer.Drawer;
import io.tidemark.ledger.drawer.DrawerPart;
import io.tidemark.ledger.drawer.Drawers;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.ReceiptDigest;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TotalsSum;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A till ends its day with a Z, and customers come again: it opens the same business day with
 * another float.
 */
class DayOpenedAgainTest {
    private static final Drawer DRAWER = new Drawer("W1", TenderType.CASH, GBP);
    private static final StoreHistory NONE = StoreHistory.none(GBP);

    private final TestChain till = new TestChain(TILL, TILL_KEYS);
    private TotalsSum own = new TotalsSum(GBP);

    @Test
    void the_drawer_is_over_by_what_each_of_its_counts_found() {
        worked(1, TestShop.opened(10_000), counted(9_990));
        worked(2, TestShop.opened(5_000), sold(), counted(5_103));

        TenderAccount cash = cash(fold(NONE));

        assertThat(cash.expected()).isEqualTo(gbp(15_100));
        assertThat(cash.counted()).isEqualTo(gbp(9_990 + 5_103));
        assertThat(cash.overShort()).contains(gbp(-10 + 3));
    }

    @Test
    void a_count_within_the_same_opening_replaces_the_one_before_it() {
        worked(1, TestShop.opened(10_000), counted(9_990));
        worked(2, TestShop.opened(5_000), counted(1), counted(5_003));

        assertThat(cash(fold(NONE)).overShort()).contains(gbp(-10 + 3));
    }

    @Test
    void a_drawer_that_is_not_counted_the_second_time_is_short_as_before() {
        worked(1, TestShop.opened(10_000), counted(9_990));
        worked(2, TestShop.opened(5_000), sold());

        assertThat(cash(fold(NONE)).overShort()).contains(gbp(-10));
    }

    @Test
    void a_drawer_that_is_counted_the_second_time_only_is_held_against_that() {
        worked(1, TestShop.opened(10_000));
        worked(2, TestShop.opened(5_000), sold(), counted(5_103));

        assertThat(cash(fold(NONE)).overShort()).contains(gbp(3));
    }

    @Test
    void the_supplement_that_it_becomes_is_over_by_its_own_count() {
        worked(1, TestShop.opened(10_000), counted(9_990));
        StoreDayClosed closed = close(NONE);
        worked(2, TestShop.opened(5_000), sold(), counted(5_103));
        StoreDayClosed supplement = close(NONE.then(closed));

        Drawers drawers = new Drawers();

        assertThat(drawers.nextCounted(DrawerPart.of(closed))).containsEntry(DRAWER, gbp(-10));
        assertThat(drawers.nextCounted(DrawerPart.of(supplement))).containsEntry(DRAWER, gbp(3));
    }

    @Test
    void a_day_that_is_closed_amid_the_second_opening_tells_what_was_found_until_then() {
        worked(1, TestShop.opened(10_000), counted(9_990));
        began(TestShop.opened(5_000));
        StoreDayClosed closed = close(NONE);
        ended(2, sold(), counted(5_103));
        StoreDayClosed supplement = close(NONE.then(closed));

        Drawers drawers = new Drawers();

        assertThat(drawers.nextCounted(DrawerPart.of(closed))).containsEntry(DRAWER, gbp(-10));
        assertThat(drawers.nextCounted(DrawerPart.of(supplement))).containsEntry(DRAWER, gbp(3));
    }

    @Test
    void a_supplement_in_which_nobody_counted_tells_no_count() {
        began(TestShop.opened(10_000), counted(9_990));
        StoreDayClosed closed = close(NONE);
        ended(1);

        StoreDayClosed supplement = close(NONE.then(closed));

        assertThat(new Drawers().nextCounted(DrawerPart.of(supplement))).isEmpty();
    }

    @Test
    void by_the_rules_of_then_the_last_count_stood_alone() {
        worked(1, TestShop.opened(10_000), counted(9_990));
        worked(2, TestShop.opened(5_000), sold(), counted(5_103));

        assertThat(cash(till.shownTo(fold(3))).counted()).isEqualTo(gbp(5_103));
        assertThat(cash(till.shownTo(fold(4))).counted()).isEqualTo(gbp(15_093));
    }

    /** Opened, worked at, and ended with a Z that says what it came to. */
    private void worked(long z, Event... events) {
        began(events);
        ended(z);
    }

    private void began(Event... events) {
        own = new TotalsSum(GBP);
        till.append(TestShop.entry(TestShop.dayOpened(), 0, DAY));
        recorded(events);
    }

    private void ended(long z, Event... events) {
        recorded(events);
        Head head = till.head();
        Event closed =
                new TillDayClosed(
                        z, 1, head.sequence(), head.hash(), own.totals(), ReceiptDigest.NONE);
        till.append(TestShop.entry(closed, 0, DAY));
    }

    private void recorded(Event... events) {
        for (Event event : events) {
            own.add(event);
            till.append(TestShop.entry(event, 0, DAY));
        }
    }

    private static Event sold() {
        return TestShop.sale(line("P", 1, "1.00"));
    }

    private static Event counted(long minor) {
        return new TillCounted(List.of(new CountedTender(TenderType.CASH, gbp(minor))));
    }

    private StoreDayClosed close(StoreHistory history) {
        return CloseDown.fold(DAY, history, List.of(fold(history)), 3).closed();
    }

    private DeviceDayFold fold(StoreHistory history) {
        return ChainFold.of(till, DAY, history);
    }

    private static DeviceDayFold fold(int rules) {
        return new DeviceDayFold(TILL, "W1", DAY, 0, GBP).byRules(rules);
    }

    private static TenderAccount cash(DeviceDayFold fold) {
        return fold.result().totals().tenders().getFirst();
    }
}
