package io.tidemark.ledger.drawer;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.GrandTotals;
import io.tidemark.ledger.event.ReceiptDigest;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.event.TotalsSum;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrawersTest {
    private static final Drawer DRAWER = new Drawer("T1", TenderType.CASH, GBP);

    @Test
    void a_count_is_held_against_all_that_came_before_it() {
        Drawers drawers = new Drawers();

        assertThat(drawers.nextCounted(parts(15_000, null))).isEmpty();
        assertThat(drawers.nextCounted(parts(3_000, 17_990L))).containsEntry(DRAWER, gbp(-10));
        assertThat(drawers.nextCounted(parts(1_000, null))).isEmpty();
        assertThat(drawers.nextCounted(parts(500, 19_495L))).containsEntry(DRAWER, gbp(5));
    }

    @Test
    void a_drawer_hands_in_what_was_counted_or_else_what_it_should_have_had() {
        Drawers drawers = new Drawers();

        assertThat(drawers.next(parts(15_000, null)).getFirst().handedIn()).isEqualTo(gbp(15_000));
        assertThat(drawers.next(parts(3_000, 17_990L)).getFirst().handedIn()).isEqualTo(gbp(2_990));
    }

    @Test
    void two_devices_at_one_workstation_have_one_drawer_and_the_last_count_is_of_the_later() {
        TillDay old = till("till-1", null, 10_000, 10_000L);
        TillDay next = till("till-0", new TillDay.Continued("till-1", 1, 0), 2_500, 12_490L);

        List<DrawerPart> parts = DrawerPart.of(closed(next, old));

        assertThat(parts).containsExactly(new DrawerPart(DRAWER, true, gbp(12_500), gbp(12_490)));
    }

    private static List<DrawerPart> parts(long expected, @Nullable Long counted) {
        return DrawerPart.of(closed(till("till-1", null, expected, counted)));
    }

    private static TillDay till(
            String device,
            TillDay.@Nullable Continued from,
            long expected,
            @Nullable Long counted) {
        TotalsSum sum = new TotalsSum(GBP);
        sum.add(new CashMovement(CashMovement.Kind.PAID_IN, gbp(expected), "change", List.of()));
        if (counted != null)
            sum.add(new TillCounted(List.of(new CountedTender(TenderType.CASH, gbp(counted)))));
        return new TillDay(
                device,
                1,
                "T1",
                1,
                9,
                Hash.digest(new byte[] {1}),
                0,
                sum.totals(),
                ReceiptDigest.NONE,
                from);
    }

    private static StoreDayClosed closed(TillDay... tills) {
        Totals totals = Totals.sum(GBP, List.of(tills).stream().map(TillDay::totals).toList());
        return new StoreDayClosed(
                DAY, 1, 0, 1, 1, List.of(), List.of(tills), totals, GrandTotals.none(GBP));
    }
}
