package io.tidemark.fog.stock;

import static io.tidemark.fog.stock.LaboratoryGoods.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.ledger.GatewaySchema;
import io.tidemark.fog.ledger.StockTables;
import io.tidemark.fog.stock.Goods.Which;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.ShelfPriceChecked;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import io.tidemark.node.projection.MemoryJournal;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionPlace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on hand, from journals through the real tables. */
class StockBookTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final byte[] KEY = {1, 2, 3, 4};

    @TempDir private Path directory;

    private final LaboratoryStore store = new LaboratoryStore("till-1", "till-2", "handheld-1");
    private final LaboratoryGoods till = device("till-1");
    private final LaboratoryGoods other = device("till-2");
    private final LaboratoryGoods handheld = device("handheld-1");
    private final AtomicLong nanos = new AtomicLong();
    private final List<Projection> open = new ArrayList<>();

    @AfterEach
    void closes() {
        open.forEach(Projection::close);
    }

    @Test
    void without_a_count_it_is_all_that_came_less_what_left() {
        handheld.delivers("A", Quantity.pieces(20))
                .moves(StockMoved.Kind.WASTE, "A", Quantity.pieces(1))
                .moves(StockMoved.Kind.TRANSFER_OUT, "A", Quantity.pieces(4))
                .moves(StockMoved.Kind.TRANSFER_IN, "A", Quantity.pieces(2));
        till.sells("A", Quantity.pieces(3)).takesBack("A", Quantity.pieces(1));

        assertThat(shown(book())).containsExactly("A C62 15.000");
    }

    @Test
    void a_count_is_what_is_there_and_tells_by_how_much_the_movements_were_off() {
        handheld.at("08:00").delivers("A", Quantity.pieces(20));
        till.at("10:00").sells("A", Quantity.pieces(3)).at("13:00").sells("A", Quantity.pieces(5));
        handheld.at("12:00").counts("A", Quantity.pieces(16));

        assertThat(shown(book())).containsExactly("A C62 11.000, counted 16.000 (-1.000)");
    }

    @Test
    void the_next_count_is_held_against_the_one_before() {
        handheld.at("08:00")
                .counts("A", Quantity.pieces(10))
                .at("10:00")
                .delivers("A", Quantity.pieces(5))
                .at(DAY.plusDays(1), LocalTime.of(9, 0))
                .counts("A", Quantity.pieces(12));
        till.at("20:00").sells("A", Quantity.pieces(2));

        assertThat(shown(book())).containsExactly("A C62 12.000, counted 12.000 (-1.000)");
    }

    @Test
    void what_was_sold_on_the_day_of_a_count_is_told_apart_by_the_devices_clocks() {
        other.at("11:59:59.999").sells("A", Quantity.pieces(1));
        till.at("12:00:00.001").sells("A", Quantity.pieces(2));
        handheld.at("12:00").counts("A", Quantity.pieces(9));

        assertThat(shown(book())).containsExactly("A C62 7.000, counted 9.000 (+10.000)");
    }

    @Test
    void kilograms_and_litres_have_three_decimals_and_a_stock_of_their_own() {
        handheld.delivers("K", Quantity.of("2.5", Unit.KILOGRAM))
                .delivers("L", Quantity.of("10", Unit.LITRE))
                .delivers("K", Quantity.pieces(4));
        till.sells("K", Quantity.of("0.375", Unit.KILOGRAM))
                .sells("L", Quantity.of("10.25", Unit.LITRE));

        assertThat(shown(book())).containsExactly("K C62 4.000", "K KGM 2.125", "L LTR -0.250");
    }

    @Test
    void a_post_void_brings_the_goods_back_and_training_moves_none() {
        SaleCompleted sale = LaboratoryGoods.sale("A", Quantity.pieces(3));
        till.sells("A", Quantity.pieces(3))
                .record(
                        PostVoided.of(
                                sale,
                                new OriginalReceipt("s001", "1", DAY, 1),
                                TransactionDetails.NONE))
                .record(
                        new TrainingTransaction(
                                LaboratoryStore.GBP,
                                sale.lines(),
                                sale.tenders(),
                                sale.change(),
                                TransactionDetails.NONE));

        assertThat(shown(book())).containsExactly("A C62 0.000");
    }

    @Test
    void what_is_sold_by_its_price_alone_has_no_stock() {
        till.sells("OPEN", Quantity.pieces(1)).sells("A", Quantity.pieces(1));

        assertThat(shown(book())).containsExactly("A C62 -1.000");
    }

    @Test
    void negative_stock_and_counts_that_were_off_are_found() {
        handheld.at("08:00")
                .delivers("A", Quantity.pieces(1))
                .counts("B", Quantity.pieces(3))
                .counts("C", Quantity.pieces(0));
        till.at("09:00").sells("A", Quantity.pieces(2));
        Goods goods = book().goods();

        assertThat(goods.matching("", Which.NEGATIVE)).extracting(this::plu).containsExactly("A");
        assertThat(goods.matching("", Which.VARIANCE)).extracting(this::plu).containsExactly("B");
        assertThat(goods.matching("ARTICLE b", Which.ALL))
                .extracting(this::plu)
                .containsExactly("B");
    }

    @Test
    void the_movements_of_an_article_lead_to_their_receipts() {
        handheld.at("08:00").delivers("A", Quantity.pieces(9));
        till.at("10:00").sells("B", Quantity.pieces(1)).sells("A", Quantity.pieces(2));

        assertThat(book().happened("A", DAY))
                .extracting(happening -> ((Happening.Moved) happening).movement())
                .extracting(
                        StockTables.Movement::flow,
                        StockTables.Movement::quantity,
                        StockTables.Movement::workstation,
                        StockTables.Movement::receipt)
                .containsExactly(
                        tuple("SALE", -2_000L, "1", 2L), tuple("DELIVERY", 9_000L, "", 0L));
    }

    @Test
    void counts_stand_among_the_movements_and_the_last_says_by_how_much_it_was_off() {
        handheld.at("08:00").counts("A", Quantity.pieces(9)).counts("B", Quantity.pieces(1));
        till.at("10:00").sells("A", Quantity.pieces(2));
        handheld.at("12:00").counts("A", Quantity.pieces(6));

        assertThat(book().happened("A", DAY).stream().map(StockBookTest::told))
                .containsExactly("counted 6000 off -1000", "SALE -2000", "counted 9000");
    }

    @Test
    void an_article_that_was_only_ever_sold_is_called_as_on_its_receipt() {
        till.sells("A", Quantity.pieces(1)).sells("B", Quantity.pieces(1));

        assertThat(new StockTables(projection("sold")).asSold(Set.of("A", "C")))
                .hasEntrySatisfying(
                        "A", one -> assertThat(one.description()).isEqualTo("Article A"))
                .hasSize(1);
    }

    @Test
    void shelves_that_show_the_wrong_price_are_listed() {
        handheld.record(check("A", "2.10")).record(check("B", "2.00"));

        assertThat(new StockTables(projection("shelves")).wrongShelves())
                .extracting(StockTables.WrongShelf::plu, StockTables.WrongShelf::listed)
                .containsExactly(tuple("A", "2"));
    }

    @Test
    void what_comes_late_for_an_earlier_day_is_in_it() {
        handheld.delivers("A", Quantity.pieces(5))
                .at(DAY.plusDays(1), LocalTime.of(8, 0))
                .counts("A", Quantity.pieces(4));
        Projection projection = projection("late");
        StockBook book = book(projection);
        assertThat(shown(book)).containsExactly("A C62 4.000, counted 4.000 (-1.000)");

        till.sells("A", Quantity.pieces(1));
        taken(projection);

        assertThat(shown(later(book))).containsExactly("A C62 4.000, counted 4.000 (0.000)");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void in_whatever_order_journals_arrive_the_goods_and_variances_are_the_same(long seed) {
        List<LaboratoryGoods> devices = List.of(till, other, handheld);
        GoodsByHand expected = new GoodsByHand();
        RandomDays.record(devices, expected, new Random(seed));

        List<MemoryJournal> growing =
                devices.stream().map(each -> new MemoryJournal(each.journal().id())).toList();
        Projection arriving = projection("arriving", growing);
        StockBook book = book(arriving);
        grow(devices, growing, new Random(~seed), arriving, book);

        assertThat(shown(later(book))).as("seed " + seed).isEqualTo(expected.shown());
        assertThat(shown(book(projection("rebuilt")))).isEqualTo(expected.shown());
    }

    /** Some entries of one, then of another, and a look at the goods now and then. */
    private void grow(
            List<LaboratoryGoods> devices,
            List<MemoryJournal> growing,
            Random random,
            Projection projection,
            StockBook book) {
        while (true) {
            List<Integer> behind = new ArrayList<>();
            for (int i = 0; i < devices.size(); i++)
                if (missing(devices.get(i).journal(), growing.get(i)) > 0) behind.add(i);
            if (behind.isEmpty()) break;
            int one = behind.get(random.nextInt(behind.size()));
            MemoryJournal whole = devices.get(one).journal();
            MemoryJournal part = growing.get(one);
            long more = Math.min(missing(whole, part), 1L + random.nextInt(12));
            long from = part.forced().sequence();
            whole.read(from + 1, Integer.MAX_VALUE).stream().limit(more).forEach(part::append);
            projection.forced();
            assertThat(projection.awaitApplied(part.id(), from + more, SOON)).isTrue();
            if (random.nextInt(3) == 0) later(book).goods();
        }
    }

    private static long missing(MemoryJournal whole, MemoryJournal part) {
        return whole.forced().sequence() - part.forced().sequence();
    }

    private LaboratoryGoods device(String label) {
        return new LaboratoryGoods(store.till(label).journal());
    }

    private StockBook book() {
        return book(projection("tables"));
    }

    private StockBook book(Projection projection) {
        return new StockBook(new StockTables(projection), nanos::get);
    }

    private StockBook later(StockBook book) {
        nanos.addAndGet(StockBook.REST_MIN.toNanos());
        return book;
    }

    private Projection projection(String name) {
        return projection(name, List.of(till.journal(), other.journal(), handheld.journal()));
    }

    private Projection projection(String name, List<MemoryJournal> journals) {
        Projection projection =
                Projection.start(
                        new ProjectionPlace(directory.resolve(name), KEY),
                        new GatewaySchema(),
                        journals);
        open.add(projection);
        assertThat(projection.awaitReadable(SOON)).as(projection.status().detail()).isTrue();
        return projection;
    }

    private void taken(Projection projection) {
        projection.forced();
        for (LaboratoryGoods each : List.of(till, other, handheld))
            assertThat(
                            projection.awaitApplied(
                                    each.journal().id(), each.journal().forced().sequence(), SOON))
                    .isTrue();
    }

    private List<String> shown(StockBook book) {
        return book.goods().all().stream().map(GoodsByHand::shown).toList();
    }

    private String plu(OnHand one) {
        return one.item().plu();
    }

    private static String told(Happening happening) {
        return switch (happening) {
            case Happening.Moved(var movement) -> movement.flow() + " " + movement.quantity();
            case Happening.Counted(var count, var variance) ->
                    "counted "
                            + count.quantity()
                            + (variance.isPresent() ? " off " + variance.getAsLong() : "");
        };
    }

    private static ShelfPriceChecked check(String plu, String shelf) {
        return new ShelfPriceChecked(
                plu, "Article " + plu, UnitPrice.of(shelf), UnitPrice.of("2"), LaboratoryStore.GBP);
    }
}
