package io.tidemark.ledger.closedown;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.closedown.GoodsDay.close;
import static io.tidemark.ledger.closedown.GoodsDay.counted;
import static io.tidemark.ledger.closedown.GoodsDay.moved;
import static io.tidemark.ledger.closedown.GoodsDay.sold;
import static io.tidemark.ledger.closedown.GoodsDay.soldAtCost;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.StockOfDay;
import io.tidemark.ledger.event.StockValues;
import io.tidemark.ledger.event.StoreDayFigures;
import io.tidemark.ledger.event.StoreDayProducts;
import io.tidemark.ledger.event.StoreDayStock;
import io.tidemark.ledger.stock.StockStanding;
import io.tidemark.ledger.stock.StockValuation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Days in which anything may happen to goods, at three devices. */
class RandomGoodsTest {
    private static final int DAYS = 4;
    private static final int DEVICES = 3;
    private static final String[] PLUS = {"A", "B", "C"};

    static LongStream seeds() {
        return new Random().longs(30);
    }

    private record Happened(int device, int minute, Event event, boolean late) {}

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_opened_and_moved_is_what_is_left_and_every_count_is_right_when_it_was_made(
            long seed) {
        Random random = new Random(seed);
        StoreHistory history = StoreHistory.none(GBP);
        Map<String, Long> byHand = new HashMap<>();
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = DAY.plusDays(i);
            List<Happened> all = happened(random);
            CloseDown.Folded z = close(history, devices(day, all, false));
            CloseDown.Folded whole = close(history, devices(day, all, true));
            StockStanding before = history.stock();
            history = history.then(z);
            CloseDown.Folded supplement = close(history, devices(day, all, true));
            history = history.then(supplement);

            byHand(all, byHand);
            balances(z, before.cost());
            balances(supplement, z.stock().cost());
            assertThat(quantities(supplement.stock())).isEqualTo(byHand);
            assertThat(quantities(whole.stock())).isEqualTo(byHand);
            assertThat(replayed(before, z)).isEqualTo(z.stock());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void in_whatever_order_devices_are_heard_their_goods_come_to_the_same_bytes(long seed) {
        Random random = new Random(seed);
        List<Happened> all = happened(random);
        List<GoodsDay> devices = new ArrayList<>(List.of(devices(DAY, all, true)));

        CloseDown.Folded one = close(StoreHistory.none(GBP), devices.toArray(GoodsDay[]::new));
        Collections.shuffle(devices, random);
        CloseDown.Folded other = close(StoreHistory.none(GBP), devices.toArray(GoodsDay[]::new));

        assertThat(other).isEqualTo(one);
    }

    /** A store's journal alone says where its goods stand. */
    private static StockStanding replayed(StockStanding before, CloseDown.Folded folded) {
        List<ProductTotal> products = new ArrayList<>();
        List<StockOfDay> rows = new ArrayList<>();
        for (StoreDayFigures figures : folded.figures()) {
            if (figures instanceof StoreDayProducts part) products.addAll(part.rows());
            if (figures instanceof StoreDayStock part) rows.addAll(part.rows());
        }
        return StockValuation.of(before, folded.closed().day(), products, rows).after();
    }

    private static void balances(CloseDown.Folded folded, long opening) {
        StockValues day = StockFoldTest.values(folded);
        assertThat(day.opening().minor()).isEqualTo(opening);
        assertThat(day.closing().minor())
                .isEqualTo(
                        opening
                                + day.received().minor()
                                + day.transferredIn().minor()
                                + day.corrected().minor()
                                + day.variance().minor()
                                - day.sold().minor()
                                - day.wasted().minor()
                                - day.transferredOut().minor());
        for (StockStanding.Item each : folded.stock().items())
            if (each.held().amount() == 0) assertThat(each.held().cost()).isZero();
    }

    private static Map<String, Long> quantities(StockStanding standing) {
        Map<String, Long> quantities = new HashMap<>();
        for (StockStanding.Item each : standing.items())
            quantities.put(each.item().plu(), each.held().amount());
        return quantities;
    }

    private static List<Happened> happened(Random random) {
        List<Happened> all = new ArrayList<>();
        for (int i = 0; i < 30; i++)
            all.add(
                    new Happened(
                            1 + random.nextInt(DEVICES),
                            1 + random.nextInt(600),
                            event(random),
                            random.nextInt(4) == 0));
        all.sort((a, b) -> Integer.compare(a.minute(), b.minute()));
        return all;
    }

    private static Event event(Random random) {
        String plu = PLUS[random.nextInt(PLUS.length)];
        int pieces = 1 + random.nextInt(9);
        Long cost = random.nextInt(3) == 0 ? null : pieces * (90L + random.nextInt(20));
        return switch (random.nextInt(7)) {
            case 0 -> counted(plu, random.nextInt(30));
            case 1 -> moved(StockMoved.Kind.DELIVERY, plu, 2L * pieces, cost);
            case 2 -> moved(StockMoved.Kind.WASTE, plu, pieces, cost);
            case 3 -> moved(StockMoved.Kind.TRANSFER_OUT, plu, pieces, cost);
            case 4 -> moved(StockMoved.Kind.TRANSFER_IN, plu, pieces, cost);
            case 5 -> soldAtCost(plu, pieces, pieces * 100L);
            default -> sold(plu, pieces);
        };
    }

    /** What is late of a device comes after all of it that is not. */
    private static GoodsDay[] devices(LocalDate day, List<Happened> all, boolean withLate) {
        GoodsDay[] devices = new GoodsDay[DEVICES];
        for (int i = 0; i < DEVICES; i++) {
            devices[i] = new GoodsDay(i + 1, day);
            for (boolean late : withLate ? new boolean[] {false, true} : new boolean[] {false})
                for (Happened each : all)
                    if (each.device() == i + 1 && each.late() == late)
                        devices[i].at(each.minute(), each.event());
        }
        return devices;
    }

    /** In the order of the clocks; at the same minute of two devices, the first one's. */
    private static void byHand(List<Happened> all, Map<String, Long> onHand) {
        List<Happened> ordered = new ArrayList<>(all);
        ordered.sort((a, b) -> {
            int order = Integer.compare(a.minute(), b.minute());
            if (order == 0) order = Integer.compare(a.device(), b.device());
            return order == 0 ? Boolean.compare(a.late(), b.late()) : order;
        });
        for (Happened each : ordered)
            switch (each.event()) {
                case StockCounted count ->
                        onHand.put(
                                count.lines().getFirst().plu(),
                                count.lines().getFirst().quantity().thousandths());
                case StockMoved moved ->
                        onHand.merge(
                                moved.lines().getFirst().plu(),
                                moved.kind().flow().sign()
                                        * moved.lines().getFirst().quantity().thousandths(),
                                Long::sum);
                case SaleCompleted sale ->
                        onHand.merge(
                                sale.lines().getFirst().plu(),
                                -sale.lines().getFirst().quantity().thousandths(),
                                Long::sum);
                default -> throw new IllegalStateException("nothing else happens here");
            }
    }
}
