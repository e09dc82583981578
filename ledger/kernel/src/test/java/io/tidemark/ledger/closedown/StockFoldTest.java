package io.tidemark.ledger.closedown;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.gbp;
import static io.tidemark.ledger.closedown.GoodsDay.close;
import static io.tidemark.ledger.closedown.GoodsDay.counted;
import static io.tidemark.ledger.closedown.GoodsDay.delivered;
import static io.tidemark.ledger.closedown.GoodsDay.moved;
import static io.tidemark.ledger.closedown.GoodsDay.sold;
import static io.tidemark.ledger.closedown.GoodsDay.soldAtCost;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.StockValues;
import io.tidemark.ledger.event.StoreDayStock;
import io.tidemark.ledger.event.StoreTransfer;
import io.tidemark.ledger.money.Holding;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.stock.StockItem;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a store's goods are worth, from one close-down to the next. */
class StockFoldTest {
    private static final StoreHistory NONE = StoreHistory.none(GBP);
    private static final LocalDate NEXT = DAY.plusDays(1);

    @Test
    void what_is_sold_costs_the_average_of_what_was_there_and_what_came() {
        StoreHistory before =
                NONE.then(close(NONE, new GoodsDay(1, DAY).at(1, delivered("A", 10, 10_00L))));

        StockValues day =
                values(
                        close(
                                before,
                                new GoodsDay(1, NEXT).at(1, sold("A", 5)),
                                new GoodsDay(2, NEXT).at(9, delivered("A", 10, 20_00L))));

        assertThat(day.opening()).isEqualTo(gbp(10_00));
        assertThat(day.received()).isEqualTo(gbp(20_00));
        assertThat(day.sold()).isEqualTo(gbp(7_50));
        assertThat(day.closing()).isEqualTo(gbp(22_50));
    }

    @Test
    void
            what_a_count_finds_is_worth_the_average_and_what_moved_later_that_day_is_not_its_business() {
        CloseDown.Folded day =
                close(
                        NONE,
                        new GoodsDay(1, DAY)
                                .at(1, delivered("A", 10, 20_00L))
                                .at(10, sold("A", 2))
                                .at(30, sold("A", 1)),
                        new GoodsDay(2, DAY).at(20, counted("A", 7)));

        assertThat(held(day, "A")).isEqualTo(new Holding(6_000, 12_00));
        assertThat(values(day).shortage()).isEqualTo(gbp(2_00));
        assertThat(values(day).surplus()).isEqualTo(gbp(0));
        assertThat(values(day).counts().counted()).isEqualTo(1);
    }

    @Test
    void what_a_late_till_sold_before_the_count_was_there_to_be_counted() {
        GoodsDay late = new GoodsDay(2, DAY);
        GoodsDay first =
                new GoodsDay(1, DAY).at(1, delivered("A", 10, 20_00L)).at(20, counted("A", 7));
        StoreHistory closed = NONE.then(close(NONE, first, late));
        late.at(10, sold("A", 3)).at(30, sold("A", 1));

        CloseDown.Folded supplement = close(closed, first, late);

        assertThat(supplement.closed().supplement()).isEqualTo(1);
        assertThat(held(supplement, "A")).isEqualTo(new Holding(6_000, 12_00));
        assertThat(values(supplement).sold()).isEqualTo(gbp(8_00));
        assertThat(values(supplement).surplus()).isEqualTo(gbp(6_00));
    }

    @Test
    void a_count_that_comes_late_is_held_against_what_was_closed_before_it_came() {
        GoodsDay handheld = new GoodsDay(2, DAY);
        GoodsDay till =
                new GoodsDay(1, DAY)
                        .at(1, delivered("A", 10, 20_00L))
                        .at(10, sold("A", 2))
                        .at(30, sold("A", 1));
        StoreHistory closed = NONE.then(close(NONE, till, handheld));
        handheld.at(20, counted("A", 9));

        CloseDown.Folded supplement = close(closed, till, handheld);

        assertThat(held(supplement, "A")).isEqualTo(new Holding(8_000, 16_00));
        assertThat(values(supplement).surplus()).isEqualTo(gbp(2_00));
    }

    @Test
    void a_count_that_comes_after_a_later_day_was_closed_is_told_as_late_and_changes_nothing() {
        GoodsDay till = new GoodsDay(1, DAY).at(1, delivered("A", 10, 20_00L));
        StoreHistory closed = NONE.then(close(NONE, till));
        closed = closed.then(close(closed, new GoodsDay(1, NEXT).at(1, sold("A", 1))));
        till.at(20, counted("A", 4));

        CloseDown.Folded supplement = close(closed, till);

        assertThat(held(supplement, "A")).isEqualTo(new Holding(9_000, 18_00));
        assertThat(values(supplement).counts().late()).isEqualTo(1);
    }

    @Test
    void what_was_sold_before_it_came_is_valued_at_standard_cost_and_corrected_when_it_comes() {
        CloseDown.Folded first = close(NONE, new GoodsDay(1, DAY).at(1, soldAtCost("A", 5, 50_00)));
        CloseDown.Folded second =
                close(NONE.then(first), new GoodsDay(1, NEXT).at(1, delivered("A", 20, 240_00L)));

        assertThat(values(first).sold()).isEqualTo(gbp(50_00));
        assertThat(values(first).closing()).isEqualTo(gbp(-50_00));
        assertThat(values(first).counts().negative()).isEqualTo(1);
        assertThat(values(second).corrected()).isEqualTo(gbp(-10_00));
        assertThat(values(second).closing()).isEqualTo(gbp(180_00));
        assertThat(values(second).counts().negative()).isZero();
    }

    @Test
    void the_last_piece_takes_all_that_is_left_of_the_cost_with_it() {
        StoreHistory history =
                NONE.then(close(NONE, new GoodsDay(1, DAY).at(1, delivered("A", 3, 10_00L))));
        CloseDown.Folded two = close(history, new GoodsDay(1, NEXT).at(1, sold("A", 2)));
        CloseDown.Folded last =
                close(history.then(two), new GoodsDay(1, NEXT.plusDays(1)).at(1, sold("A", 1)));
        CloseDown.Folded back =
                close(
                        history.then(two).then(last),
                        new GoodsDay(1, NEXT.plusDays(2))
                                .at(1, moved(StockMoved.Kind.DELIVERY, "A", 1, null)));

        assertThat(values(two).sold()).isEqualTo(gbp(6_67));
        assertThat(values(last).sold()).isEqualTo(gbp(3_33));
        assertThat(values(last).closing()).isEqualTo(gbp(0));
        assertThat(values(back).received()).isEqualTo(gbp(3_33));
    }

    @Test
    void what_goes_to_another_store_leaves_at_average_and_tells_what_it_carries() {
        CloseDown.Folded day =
                close(
                        NONE,
                        new GoodsDay(1, DAY)
                                .at(1, delivered("A", 10, 20_00L))
                                .at(2, moved(StockMoved.Kind.TRANSFER_OUT, "A", 4, 7_00L))
                                .at(3, moved(StockMoved.Kind.WASTE, "A", 1, 1_50L)),
                        new GoodsDay(2, DAY)
                                .at(4, moved(StockMoved.Kind.TRANSFER_IN, "B", 2, 5_00L)));

        assertThat(values(day).transferredOut()).isEqualTo(gbp(8_00));
        assertThat(values(day).carriedOut()).isEqualTo(gbp(7_00));
        assertThat(values(day).transferDifference()).isEqualTo(gbp(1_00));
        assertThat(values(day).transferredIn()).isEqualTo(gbp(5_00));
        assertThat(values(day).wasted()).isEqualTo(gbp(2_00));
        assertThat(values(day).closing()).isEqualTo(gbp(15_00));
        assertThat(day.figures())
                .hasExactlyElementsOfTypes(
                        StoreTransfer.class, StoreTransfer.class, StoreDayStock.class);
    }

    @Test
    void an_absurd_average_is_bounded_and_never_keeps_a_day_from_closing() {
        GoodsDay day =
                new GoodsDay(1, DAY)
                        .at(1, delivered("A", 1, 1_000_000_000_000L))
                        .at(2, moved(StockMoved.Kind.WASTE, "A", 900_000_000, null));

        assertThat(values(close(NONE, day)).wasted()).isEqualTo(gbp(1_000_000_000_000L));
    }

    @Test
    void a_store_without_goods_says_nothing_of_them() {
        CloseDown.Folded day = close(NONE, new GoodsDay(1, DAY).at(1, new NoSale("change")));

        assertThat(Objects.requireNonNull(day.closed().details()).stock()).isNull();
    }

    @Test
    void what_a_close_down_says_of_goods_reads_as_it_was_written() {
        CloseDown.Folded day =
                close(
                        NONE,
                        new GoodsDay(1, DAY)
                                .at(1, delivered("A", 10, 20_00L))
                                .at(2, moved(StockMoved.Kind.TRANSFER_OUT, "A", 4, null))
                                .at(3, counted("A", 5)));

        GoodsDay journal = new GoodsDay(9, DAY).at(1, day.closed());
        day.figures().forEach(figures -> journal.at(2, figures));

        assertThat(journal.events()).contains(day.closed()).containsAll(day.figures());
    }

    static StockValues values(CloseDown.Folded folded) {
        return Objects.requireNonNull(Objects.requireNonNull(folded.closed().details()).stock());
    }

    static Holding held(CloseDown.Folded folded, String plu) {
        return folded.stock().of(new StockItem(plu, Unit.PIECE)).orElseThrow().held();
    }
}
