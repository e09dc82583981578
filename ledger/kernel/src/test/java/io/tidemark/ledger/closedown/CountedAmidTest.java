package io.tidemark.ledger.closedown;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.TILL;
import static io.tidemark.ledger.TestShop.TILL_KEYS;
import static io.tidemark.ledger.TestShop.gbp;
import static io.tidemark.ledger.TestShop.line;
import static io.tidemark.ledger.TestShop.sale;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.drawer.Drawer;
import io.tidemark.ledger.drawer.DrawerPart;
import io.tidemark.ledger.drawer.Drawers;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.ReceiptDigest;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TotalsSum;
import io.tidemark.ledger.money.Money;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A till that was counted in the middle of its day, and then lost. */
class CountedAmidTest {
    private static final StoreHistory NONE = StoreHistory.none(GBP);
    private static final Drawer DRAWER = new Drawer("W1", TenderType.CASH, GBP);

    private final TestChain till = new TestChain(TILL, TILL_KEYS);
    private final TotalsSum own = new TotalsSum(GBP);
    private final Drawers drawers = new Drawers();

    @BeforeEach
    void opens() {
        recorded(TestShop.dayOpened(), TestShop.opened(10_000));
    }

    @Test
    void a_drawer_that_took_cash_after_its_count_is_not_counted_when_its_till_is_left_out() {
        recorded(counted(10_000), sold());

        StoreDayClosed z = close(NONE);

        assertThat(z.status()).startsWith("closed without: till-1");
        assertThat(found(z)).isEmpty();
    }

    @Test
    void what_it_lacks_is_told_by_the_supplement_that_brings_the_next_count() {
        recorded(counted(9_000), sold());
        StoreDayClosed z = close(NONE);
        recorded(counted(9_090));
        ended();

        assertThat(found(z)).isEmpty();
        assertThat(found(close(NONE.then(z)))).containsExactly(Map.entry(DRAWER, gbp(-1_010)));
    }

    @Test
    void a_count_after_which_nothing_moved_stands() {
        recorded(sold(), counted(10_090), new NoSale("change", List.of()));

        assertThat(found(close(NONE))).containsExactly(Map.entry(DRAWER, gbp(-10)));
    }

    @Test
    void a_till_that_ended_its_day_is_told_as_its_z_has_it() {
        recorded(counted(10_000), sold());
        ended();

        assertThat(found(close(NONE))).containsExactly(Map.entry(DRAWER, gbp(-100)));
    }

    @Test
    void after_a_till_z_what_was_found_for_it_stands_when_the_day_is_opened_again() {
        recorded(counted(9_990));
        ended();
        recorded(TestShop.dayOpened(), TestShop.opened(5_000), counted(5_000), sold());

        assertThat(found(close(NONE))).containsExactly(Map.entry(DRAWER, gbp(-10)));
    }

    private Map<Drawer, Money> found(StoreDayClosed closed) {
        return drawers.nextCounted(DrawerPart.of(closed));
    }

    private void ended() {
        Head head = till.head();
        recorded(
                new TillDayClosed(
                        1, 1, head.sequence(), head.hash(), own.totals(), ReceiptDigest.NONE));
    }

    private void recorded(Event... events) {
        for (Event event : events) {
            own.add(event);
            till.append(TestShop.entry(event, 0, DAY));
        }
    }

    private static Event sold() {
        return sale(line("P", 1, "1.00"));
    }

    private static Event counted(long minor) {
        return new TillCounted(List.of(new CountedTender(TenderType.CASH, gbp(minor))));
    }

    private StoreDayClosed close(StoreHistory history) {
        return ChainFold.closed(history, List.of(till)).closed();
    }
}
