package io.tidemark.fog.closedown;

import static io.tidemark.fog.LaboratoryStore.GBP;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.fog.store.StoreState;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.closedown.ProductParts;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.StockValues;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.StoreDayFigures;
import io.tidemark.ledger.event.StoreDayProducts;
import io.tidemark.ledger.event.StoreDayStock;
import io.tidemark.ledger.money.Holding;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.stock.StockItem;
import io.tidemark.ledger.stock.StockStanding;
import io.tidemark.node.writer.Group;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway's close-downs say what its goods are worth, and can be borne out. */
class ClosingStockTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate NEXT = DAY.plusDays(1);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T18:00:00Z"), ZoneOffset.UTC);
    private static final StockItem TEA = new StockItem("TEA", Unit.PIECE);

    @TempDir private Path directory;
    private final LaboratoryStore store = new LaboratoryStore("till-1").withHandheld("handheld-1");
    private final LaboratoryTill till = store.till("till-1");
    private final LaboratoryTill handheld = store.till("handheld-1");

    @Test
    void goods_stand_where_the_close_down_before_left_them_also_after_a_restart() {
        StockStanding left;
        try (LaboratoryGateway gateway = new LaboratoryGateway(store, directory, CLOCK)) {
            gateway.receives(till.opens(DAY).record(delivered(10, 20_00)).closesDay());
            StoreDayClosed first = gateway.closed(DAY);
            left = gateway.storeJournal.stockAfter(1);

            assertThat(stock(first).closing()).isEqualTo(gbp(20_00));
            assertThat(gateway.storeJournal.state().history().stock()).isEqualTo(left);
        }
        try (LaboratoryGateway gateway = new LaboratoryGateway(store, directory, CLOCK)) {
            gateway.receives(till.opens(NEXT).record(moved(StockMoved.Kind.WASTE, 4)).closesDay());
            StoreDayClosed second = gateway.closed(NEXT);

            assertThat(stock(second).opening()).isEqualTo(gbp(20_00));
            assertThat(stock(second).wasted()).isEqualTo(gbp(8_00));
            assertThat(gateway.storeJournal.stockAfter(1)).isEqualTo(left);
            assertThat(gateway.storeJournal.stockAfter(0)).isEqualTo(StockStanding.NONE);
            assertThat(foldedAgain(gateway)).isEmpty();
        }
        try (LaboratoryGateway gateway = new LaboratoryGateway(store, directory, CLOCK)) {
            assertThat(gateway.storeJournal.stockAfter(1)).isEqualTo(left);
            assertThat(gateway.storeJournal.state().history().stock().of(TEA).orElseThrow().held())
                    .isEqualTo(new Holding(6_000, 12_00));
        }
    }

    @Test
    void a_count_that_comes_late_is_held_against_what_tills_sold_that_were_closed_before() {
        try (LaboratoryGateway gateway = new LaboratoryGateway(store, directory, CLOCK)) {
            till.opens(DAY)
                    .by("Ada", LocalTime.of(9, 0))
                    .record(delivered(10, 20_00))
                    .by("Ada", LocalTime.of(15, 0))
                    .record(moved(StockMoved.Kind.WASTE, 1));
            gateway.receives(till.closesDay());
            gateway.closed(DAY);
            handheld.opens(DAY).by("Bea", LocalTime.of(12, 0)).record(counted(8)).closesDay();
            gateway.receives(handheld);

            StoreDayClosed supplement = gateway.closed(DAY);

            assertThat(stock(supplement).shortage()).isEqualTo(gbp(4_00));
            assertThat(gateway.storeJournal.state().history().stock().of(TEA).orElseThrow().held())
                    .isEqualTo(new Holding(7_000, 14_00));
            assertThat(foldedAgain(gateway)).isEmpty();
        }
    }

    @Test
    void figures_that_a_power_cut_left_without_their_close_down_count_for_nothing() {
        till.opens(DAY).record(delivered(10, 20_00)).record(moved(StockMoved.Kind.WASTE, 4));
        till.sells("2.50").closesDay();
        List<StoreDayFigures> figures;
        StoreDayClosed whole;
        StockStanding left;
        try (LaboratoryGateway gateway = gateway("whole")) {
            gateway.receives(till);
            whole = gateway.closed(DAY);
            left = gateway.storeJournal.stockAfter(1);
            figures = figures(gateway);
            assertThat(figures).hasAtLeastOneElementOfType(StoreDayStock.class);
            assertThat(figures).hasAtLeastOneElementOfType(StoreDayProducts.class);
        }
        try (LaboratoryGateway gateway = gateway("cut")) {
            gateway.receives(till);
            for (StoreDayFigures each : figures)
                gateway.stepped(gateway.writer.submit(group -> forced(gateway, each, group)));
        }
        try (LaboratoryGateway gateway = gateway("cut")) {
            assertThat(gateway.storeJournal.state().history().closed()).isEmpty();
            assertThat(gateway.closed(DAY)).isEqualTo(whole);
        }
        try (LaboratoryGateway gateway = gateway("cut")) {
            assertThat(figures(gateway)).hasSize(2 * figures.size());
            assertThat(gateway.storeJournal.stockAfter(1)).isEqualTo(left);
            assertThat(gateway.storeJournal.state().history().stock()).isEqualTo(left);
            StoreState.Filed filed = gateway.storeJournal.state().filed(whole).orElseThrow();
            assertThat(gateway.storeJournal.parts(filed).flatMap(ProductParts::fault)).isEmpty();
            assertThat(foldedAgain(gateway)).isEmpty();
        }
    }

    private LaboratoryGateway gateway(String home) {
        return new LaboratoryGateway(store, directory.resolve(home), CLOCK);
    }

    private static Head forced(LaboratoryGateway gateway, StoreDayFigures figures, Group group) {
        return gateway.storeJournal.append(DAY, StoreJournal.Asked.byNobody(), figures, group);
    }

    private static List<StoreDayFigures> figures(LaboratoryGateway gateway) {
        List<StoreDayFigures> figures = new ArrayList<>();
        gateway.storeJournal
                .journal()
                .replay(
                        1,
                        (_, _, entry) -> {
                            if (EntryCodec.decode(entry).event() instanceof StoreDayFigures each)
                                figures.add(each);
                        });
        return figures;
    }

    private static List<Refold.Difference> foldedAgain(LaboratoryGateway gateway) {
        return new Refold(gateway.journals.all(), gateway.storeJournal::stockAfter)
                .differences(gateway.storeJournal.state());
    }

    private static StockValues stock(StoreDayClosed closed) {
        return Objects.requireNonNull(Objects.requireNonNull(closed.details()).stock());
    }

    private static StockMoved delivered(long pieces, long cost) {
        return new StockMoved(
                StockMoved.Kind.DELIVERY, "", "", "", List.of(tea(pieces, gbp(cost))));
    }

    private static StockMoved moved(StockMoved.Kind kind, long pieces) {
        return new StockMoved(kind, "", "", "", List.of(tea(pieces, gbp(1))));
    }

    private static StockCounted counted(long pieces) {
        return new StockCounted("shelf", List.of(tea(pieces, gbp(1))));
    }

    private static StockLine tea(long pieces, Money cost) {
        return new StockLine("TEA", null, "Tea", "D1", Quantity.pieces(pieces), cost);
    }

    private static Money gbp(long minor) {
        return new Money(minor, GBP);
    }
}
