package io.tidemark.edge.record;

import static io.tidemark.edge.record.TillAtWork.OPERATOR;
import static io.tidemark.edge.record.TillAtWork.named;
import static io.tidemark.edge.record.TillAtWork.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.ShelfPriceChecked;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.StockTotal;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.masterdata.Rules;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import io.tidemark.ledger.stock.StockItem;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a handheld records of the goods, and how its day begins and ends. */
class HandheldTest {
    private final TillAtWork handheld = TillAtWork.handheld();

    @Test
    void the_first_thing_recorded_opens_the_day_by_itself() {
        List<Entry> entries = handheld.recorded(delivery(line("BOOK", "3")));

        assertThat(entries.getFirst().event()).isInstanceOf(BusinessDayOpened.class);
        assertThat(entries.getLast().event()).isInstanceOf(StockMoved.class);
        assertThat(handheld.view().businessDay()).isEqualTo(LocalDate.of(2010, 12, 1));
        assertThat(handheld.recorded(delivery(line("BOOK", "1")))).hasSize(1);
    }

    @Test
    void a_day_left_open_ends_before_the_next_one_begins() {
        handheld.recorded(delivery(line("BOOK", "3")));
        handheld.advance(Duration.ofDays(1));

        List<Entry> entries = handheld.recorded(delivery(line("BOOK", "1")));

        var z = (TillDayClosed) entries.getFirst().event();
        assertThat(z.totals().stock()).extracting(StockTotal::thousandths).containsExactly(3_000L);
        assertThat(entries)
                .extracting(entry -> entry.header().businessDay())
                .containsExactly(
                        LocalDate.of(2010, 12, 1),
                        LocalDate.of(2010, 12, 2),
                        LocalDate.of(2010, 12, 2));
        assertThat(handheld.restarted().view().lastZ()).isEqualTo(1);
    }

    @Test
    void what_began_a_day_is_repeated_as_one_command() {
        Ask.MoveStock delivery = delivery(line("BOOK", "3"));
        handheld.recorded(delivery);

        var repeated = (Decision.Repeated) handheld.restarted().decide(delivery);

        assertThat(repeated.recorded().last()).isEqualTo(2);
        assertThat(
                        handheld.decide(
                                new Ask.MoveStock(
                                        delivery.id(),
                                        OPERATOR,
                                        delivery.paper(),
                                        List.of(line("BOOK", "4")))))
                .isInstanceOf(Decision.Conflict.class);
    }

    @Test
    void part_of_a_piece_is_neither_received_nor_counted() {
        assertThat(handheld.refused(delivery(line("BOOK", "0.5"))).why())
                .contains("line 1: 0.5 is part of a piece");
        assertThat(
                        handheld.refused(
                                        new Ask.CountStock(
                                                newId(),
                                                OPERATOR,
                                                "shelf",
                                                List.of(
                                                        line("CHEESE", "0.5"),
                                                        line("BOOK", "1.5"))))
                                .why())
                .contains("line 2: 1.5 is part of a piece");
    }

    @Test
    void three_and_three_point_nought_are_the_same_ask() {
        Ask.MoveStock three = delivery(line("BOOK", "3"));
        handheld.recorded(three);

        assertThat(
                        handheld.decide(
                                new Ask.MoveStock(
                                        three.id(),
                                        OPERATOR,
                                        three.paper(),
                                        List.of(line("BOOK", "3.0")))))
                .isInstanceOf(Decision.Repeated.class);
    }

    @Test
    void a_day_ends_with_its_z_and_nothing_to_count() {
        handheld.recorded(waste("out of date", line("BOOK", "1")));

        var z = (TillDayClosed) handheld.recordedEvent(new Ask.CloseDay(newId(), OPERATOR));

        assertThat(z.zNumber()).isEqualTo(1);
        assertThat(z.totals().tenders()).isEmpty();
        assertThat(handheld.refused(new Ask.CloseDay(newId(), OPERATOR)).why())
                .contains("no day to end");
    }

    @Test
    void where_there_are_operators_one_signs_on_and_stays_so_from_day_to_day() {
        handheld.staff = People.staff(Rules.NONE);
        assertThat(handheld.refused(unnamed(delivery(line("BOOK", "3")))).kind())
                .isEqualTo(Refusal.Kind.NOT_SIGNED_ON);

        People.signOn(handheld, People.MARY);
        handheld.recorded(unnamed(delivery(line("BOOK", "3"))));
        handheld.advance(Duration.ofDays(1));
        List<Entry> next = handheld.recorded(unnamed(delivery(line("BOOK", "1"))));

        assertThat(next).hasSize(3);
        assertThat(next)
                .allSatisfy(entry -> {
                    assertThat(entry.header().operator()).isEqualTo(People.MARY);
                    assertThat(entry.header().shift()).isEqualTo(1);
                });
        handheld.recorded(new Ask.CloseDay(newId(), ""));
        assertThat(handheld.restarted().view().present()).isNull();
    }

    private static Ask.MoveStock unnamed(Ask.MoveStock ask) {
        return new Ask.MoveStock(ask.id(), "", ask.paper(), ask.lines());
    }

    @Test
    void a_handheld_sells_nothing_and_has_no_drawer() {
        assertThat(handheld.refused(handheld.smallSale()).kind()).isEqualTo(Refusal.Kind.DEVICE);
        assertThat(handheld.refused(new Ask.OpenDrawer(newId(), OPERATOR, "change")).why())
                .contains("do this at a till");
        assertThat(
                        handheld.refused(
                                        new Ask.OpenDay(
                                                newId(), OPERATOR, List.of(handheld.money(10_000))))
                                .kind())
                .isEqualTo(Refusal.Kind.DEVICE);
    }

    @Test
    void a_till_moves_goods_in_its_open_day_only() {
        TillAtWork till = new TillAtWork();

        assertThat(till.refused(delivery(line("BOOK", "3"))).kind()).isEqualTo(Refusal.Kind.DAY);

        till.open();
        assertThat(till.recordedEvent(delivery(line("BOOK", "3")))).isInstanceOf(StockMoved.class);
    }

    @Test
    void kilograms_are_weighed_to_the_gram_and_cost_what_the_catalogue_says() {
        StockLine line = moved(delivery(line("CHEESE", "1.375"))).lines().getFirst();

        assertThat(line.quantity().unit()).isEqualTo(Unit.KILOGRAM);
        assertThat(line.cost()).isEqualTo(handheld.money(1008));
        assertThat(handheld.refused(delivery(line("CHEESE", "1.3755"))).why())
                .startsWith("line 1: ");
    }

    @Test
    void the_cost_on_the_delivery_note_goes_before_the_catalogues() {
        StockLine line =
                moved(delivery(line("CHEESE", "2", null, UnitPrice.of("6.5")))).lines().getFirst();

        assertThat(line.cost()).isEqualTo(handheld.money(1300));
    }

    @Test
    void another_unit_than_the_articles_is_refused() {
        Refusal refusal = handheld.refused(delivery(line("CHEESE", "2", Unit.PIECE, null)));

        assertThat(refusal.why())
                .isEqualTo("line 1: CHEESE is kept in KGM, not in C62: give the quantity in KGM");
    }

    @Test
    void an_article_that_the_catalogue_does_not_know_is_received_if_somebody_says_what_it_is() {
        assertThat(handheld.refused(delivery(line("4711", "2"))).kind())
                .isEqualTo(Refusal.Kind.UNKNOWN_ARTICLE);

        GoodsLine cologne =
                new GoodsLine(
                        new BasketLine.Named(null, "4011700740215", "COLOGNE", null, null),
                        BigDecimal.TWO,
                        null,
                        null);
        StockLine received = moved(delivery(cologne)).lines().getFirst();
        assertThat(received.plu()).isEqualTo("4011700740215");
        assertThat(received.quantity().unit()).isEqualTo(Unit.PIECE);
    }

    @Test
    void an_article_scanned_at_two_shelves_is_counted_once() {
        Ask.CountStock count =
                new Ask.CountStock(
                        newId(),
                        OPERATOR,
                        "AISLE 3",
                        List.of(line("CHEESE", "1.5"), line("BOOK", "0"), line("CHEESE", "0.25")));

        var counted = (StockCounted) handheld.recordedEvent(count);

        assertThat(counted.lines())
                .extracting(line -> line.plu() + " " + line.quantity().value().toPlainString())
                .containsExactly("CHEESE 1.75", "BOOK 0");
    }

    @Test
    void a_transfer_gets_the_number_by_which_the_other_store_takes_it_in() {
        StockMoved out = moved(transferOut("s002"));

        assertThat(out.reference()).isEqualTo("s001.till-1.1-2");
        assertThat(moved(transferOut("s002")).reference()).isEqualTo("s001.till-1.1-3");
    }

    @Test
    void goods_go_to_another_store_at_what_they_cost_this_one_on_average_where_that_is_known() {
        Money listed = moved(transferOut("s002")).lines().getFirst().cost();
        StockItem book = new StockItem("BOOK", Unit.PIECE);
        handheld.averages = plus -> Map.of(book, UnitPrice.of("3.751818"));

        StockLine sent = moved(transferOut("s002")).lines().getFirst();
        StockLine received = moved(transferIn("s002", "T-1")).lines().getFirst();

        assertThat(sent.cost()).isEqualTo(new Money(3_75, TillAtWork.GBP)).isNotEqualTo(listed);
        assertThat(received.cost()).isEqualTo(listed);
    }

    @Test
    void goods_are_not_transferred_to_the_store_they_are_in() {
        assertThat(handheld.refused(transferOut("s001")).why()).contains("name the other store");
    }

    @Test
    void the_same_transfer_is_taken_in_once_also_after_a_restart() {
        moved(transferIn("s002", "T-1"));

        assertThat(handheld.refused(transferIn("s002", "T-1")).why())
                .contains("transfer T-1 from s002 was taken in here on 2");
        assertThat(handheld.restarted().refused(transferIn("s002", "T-1")).why())
                .contains("was taken in here");
        assertThat(moved(transferIn("s003", "T-1")).party()).isEqualTo("s003");
        assertThat(moved(transferIn("s002", "T-2")).reference()).isEqualTo("T-2");
    }

    @Test
    void what_no_store_can_be_called_is_refused() {
        for (String name : List.of("NO SUCH STORE!", "Store 2", "s002 ", "-s2"))
            assertThatThrownBy(() -> transferOut(name)).hasMessageContaining("named by its label");
        assertThat(moved(transferOut("warehouse")).party()).isEqualTo("warehouse");
    }

    @Test
    void a_movement_says_what_whoever_looks_for_it_will_ask() {
        assertThatThrownBy(() -> waste(" ", line("BOOK", "1"))).hasMessageContaining("say why");
        assertThatThrownBy(() -> transferOut("")).hasMessageContaining("name the store");
        assertThatThrownBy(() -> new GoodsPaper(StockMoved.Kind.TRANSFER_IN, "", "s002", ""))
                .hasMessageContaining("the transfer's number");
        assertThatThrownBy(() -> delivery()).hasMessageContaining("scan at least one");
    }

    @Test
    void a_wrong_shelf_price_is_recorded_beside_the_listed_one() {
        var wrong = (ShelfPriceChecked) handheld.recordedEvent(check("BOOK", "8.99"));
        var right = (ShelfPriceChecked) handheld.recordedEvent(check("BOOK", "9.990"));

        assertThat(wrong.isRight()).isFalse();
        assertThat(wrong.listed()).isEqualTo(UnitPrice.of("9.99"));
        assertThat(right.isRight()).isTrue();
        assertThat(handheld.refused(check("NONE", "1")).kind())
                .isEqualTo(Refusal.Kind.UNKNOWN_ARTICLE);
    }

    @Test
    void more_goods_than_a_day_can_add_up_are_refused_before_the_day_begins() {
        Refusal refusal = handheld.refused(delivery(line("BOOK", "99999999999")));

        assertThat(refusal.why()).contains("check the quantity");
        assertThat(handheld.view().businessDay()).isNull();
        assertThat(Objects.requireNonNull(handheld.view().head()).sequence()).isZero();
    }

    private StockMoved moved(Ask.MoveStock ask) {
        return (StockMoved) handheld.recordedEvent(ask);
    }

    private static Ask.MoveStock delivery(GoodsLine... lines) {
        return new Ask.MoveStock(
                newId(),
                OPERATOR,
                new GoodsPaper(StockMoved.Kind.DELIVERY, "LS-4711", "Cadbury", ""),
                List.of(lines));
    }

    private static Ask.MoveStock waste(String reason, GoodsLine line) {
        return new Ask.MoveStock(
                newId(),
                OPERATOR,
                new GoodsPaper(StockMoved.Kind.WASTE, "", "", reason),
                List.of(line));
    }

    private static Ask.MoveStock transferOut(String store) {
        return new Ask.MoveStock(
                newId(),
                OPERATOR,
                new GoodsPaper(StockMoved.Kind.TRANSFER_OUT, "", store, ""),
                List.of(line("BOOK", "1")));
    }

    private static Ask.MoveStock transferIn(String store, String number) {
        return new Ask.MoveStock(
                newId(),
                OPERATOR,
                new GoodsPaper(StockMoved.Kind.TRANSFER_IN, number, store, ""),
                List.of(line("BOOK", "1")));
    }

    private static Ask.CheckShelfPrice check(String plu, String shelf) {
        return new Ask.CheckShelfPrice(newId(), OPERATOR, named(plu), UnitPrice.of(shelf));
    }

    private static GoodsLine line(String plu, String quantity) {
        return line(plu, quantity, null, null);
    }

    private static GoodsLine line(
            String plu, String quantity, @Nullable Unit unit, @Nullable UnitPrice cost) {
        return new GoodsLine(named(plu), new BigDecimal(quantity), unit, cost);
    }
}
