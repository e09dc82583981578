package io.tidemark.fog.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.store.StoreState;
import io.tidemark.ledger.drawer.DrawerPart;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.node.paper.Articles;
import io.tidemark.node.paper.Paper;
import io.tidemark.node.paper.PrintedZ;
import io.tidemark.node.paper.StoreZPaper;
import io.tidemark.node.paper.Table;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a shop reads on the store Z of a day with two tills, and on its supplement. */
class StoreZPaperTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final LaboratoryStore store = new LaboratoryStore("till-1", "till-2");
    @AutoClose private final LaboratoryGateway gateway;

    StoreZPaperTest(@TempDir Path directory) {
        gateway = new LaboratoryGateway(store, directory, DAY);
    }

    @Test
    void every_cut_of_the_sales_adds_up_to_the_same_gross() {
        aDay();

        Paper paper = papers().getFirst();

        assertThat(cells(paper, "Totals, GBP", "Gross, VAT included")).containsExactly("24.00");
        for (String cut : List.of("By till", "By VAT rate", "By department", "By hour"))
            assertThat(sumOfLast(paper, cut)).as(cut).isEqualTo(2_400);
        assertThat(sumOfLast(paper, "By cashier")).isEqualTo(2_400);
        assertThat(sumOfLast(paper, "By product")).isEqualTo(2_400);
        assertThat(sumOfLast(paper, "By tender")).isEqualTo(2_400);
    }

    @Test
    void each_drawer_tells_what_was_expected_counted_and_over_or_short() {
        aDay();

        Table drawers = table(papers().getFirst(), "What was expected, and what was counted");

        assertThat(drawers.rows().getFirst().cells())
                .startsWith("till-1 cash GBP")
                .endsWith("119.00", "118.90", "−0.10");
        assertThat(drawers.rows().get(1).cells()).contains("not counted");
    }

    @Test
    void where_one_drawer_was_not_counted_nothing_is_told_of_all_of_them() {
        aDay();

        StoreDayClosed z = gateway.storeJournal.state().history().of(DAY).getFirst();

        assertThat(z.totals().tenders())
                .singleElement()
                .satisfies(cash -> assertThat(DrawerPart.counted(z, cash)).isEmpty());
    }

    @Test
    void what_was_expected_is_the_sum_of_what_moved_in_the_drawer() {
        aDay();

        List<String> moved =
                table(papers().getFirst(), "What it was expected from").rows().getFirst().cells();

        assertThat(moved).first().isEqualTo("till-1 cash GBP");
        assertThat(
                        moved.subList(1, moved.size() - 1).stream()
                                .filter(cell -> !cell.equals("–"))
                                .mapToLong(StoreZPaperTest::minor)
                                .sum())
                .isEqualTo(minor(moved.getLast()))
                .isEqualTo(119_00);
    }

    @Test
    void exceptions_are_told_of_each_cashier_who_made_them() {
        LaboratoryTill till = store.till("till-1").opens(DAY).by("101", LocalTime.NOON);
        till.record(new NoSale("change", List.of())).record(new NoSale("change", List.of()));
        till.by("102", LocalTime.of(13, 0))
                .record(new NoSale("coins", List.of()))
                .sells("2.50")
                .closesDay();
        gateway.receives(till);
        gateway.closed(DAY, "till-2");

        Paper paper = papers().getFirst();

        assertThat(table(paper, "Exceptions by cashier").rows())
                .extracting(Table.Row::cells)
                .containsExactly(
                        List.of("101", "Drawer opened without a sale", "2", "–"),
                        List.of("102", "Drawer opened without a sale", "1", "–"));
    }

    @Test
    void it_says_what_the_goods_are_worth_and_what_made_the_difference() {
        StockLine tea =
                new StockLine(
                        "TEA",
                        null,
                        "Tea",
                        "D1",
                        Quantity.pieces(4),
                        new Money(10_00, LaboratoryStore.GBP));
        gateway.receives(
                store.till("till-1")
                        .opens(DAY)
                        .record(new StockMoved(StockMoved.Kind.DELIVERY, "", "", "", List.of(tea)))
                        .record(
                                new StockMoved(
                                        StockMoved.Kind.TRANSFER_OUT, "", "s2", "", List.of(tea)))
                        .closesDay());
        gateway.closed(DAY, "till-2");

        String stock = "Stock at average cost, GBP";
        Paper paper = papers().getFirst();

        assertThat(cells(paper, stock, "Received")).containsExactly("10.00");
        assertThat(cells(paper, stock, "To other stores")).containsExactly("−10.00");
        assertThat(cells(paper, stock, "After")).containsExactly("0.00");
    }

    @Test
    void it_says_who_closed_it_when_who_allowed_it_and_what_it_is_made_of() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
        gateway.receives(store.till("till-2").opens(DAY).sells("1.00"));
        StoreDayClosed z = gateway.closed(DAY, "till-2");

        Paper paper = papers().getFirst();

        assertThat(paper.head().status()).isEqualTo("closed without: till-2, last mark 3");
        assertThat(paper.head().notes())
                .containsExactly("Closed 20 Nov 2026, 18:00 by Ann", "Allowed by Sue: it is lost");
        assertThat(paper.foot()).contains(details(z).root().hex());
        assertThat(cells(paper, "What this is made of", "till-2, not over"))
                .contains("last mark 3");
    }

    @Test
    void a_drawer_that_a_supplement_counts_whole_is_told_by_what_came_with_it() {
        gateway.receives(store.till("till-1").opens(DAY).closesDay());
        LaboratoryTill late = store.till("till-2").opens(DAY).sells("1.00").counts("102.00");
        gateway.receives(late.sells("0.50"));
        gateway.closed(DAY, "till-2");
        gateway.receives(late.sells("7.00").counts("116.90").closesDay());
        gateway.closed(DAY);
        String title = "What was expected, and what was counted";

        Table z = table(papers().getFirst(), title);
        Table supplement = table(papers().getLast(), title);

        assertThat(z.rows().get(1).cells()).startsWith("till-2 cash GBP").contains("not counted");
        assertThat(supplement.rows().getFirst().cells())
                .endsWith("14.00", "13.90", "−0.10", "116.90");
    }

    @Test
    void a_supplement_is_called_one_and_has_only_what_came_late() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
        LaboratoryTill late = store.till("till-2").opens(DAY).sells("1.00");
        gateway.receives(late);
        gateway.closed(DAY, "till-2");
        gateway.receives(late.sells("7.00").closesDay());
        gateway.closed(DAY);

        Paper supplement = papers().getLast();

        assertThat(supplement.head().title()).isEqualTo("Supplement 1 to store Z 1");
        assertThat(supplement.head().notes())
                .contains("Entries of 2026-11-20 that came after it was closed; nothing else");
        assertThat(cells(supplement, "Totals, GBP", "Gross, VAT included"))
                .containsExactly("14.00");
        assertThat(cells(supplement, "Grand totals since the first Z, GBP", "Sales"))
                .containsExactly("21.00");
    }

    @Test
    void two_business_days_open_across_midnight_never_mix() {
        LaboratoryTill one = store.till("till-1").opens(DAY).sells("2.50");
        LaboratoryTill two =
                store.till("till-2").opens(DAY).closesDay().opens(DAY.plusDays(1)).sells("9.00");
        gateway.receives(two);
        gateway.receives(one.sells("1.00").closesDay());

        StoreDayClosed friday = gateway.closed(DAY);
        gateway.receives(one.opens(DAY.plusDays(1)).sells("4.00").closesDay());
        gateway.receives(two.closesDay());
        StoreDayClosed saturday = gateway.closed(DAY.plusDays(1));

        assertThat(friday.totals().gross().minor()).isEqualTo(700);
        assertThat(saturday.totals().gross().minor()).isEqualTo(2_600);
        assertThat(friday.isComplete() && saturday.isComplete()).isTrue();
        assertThat(details(friday).entries() + details(saturday).entries())
                .isEqualTo(one.head().sequence() + two.head().sequence());
        assertThat(gateway.openDays.withLateEntries()).isEmpty();
    }

    private void aDay() {
        gateway.receives(
                store.till("till-1")
                        .opens(DAY)
                        .sells("2.50")
                        .sells("7.00")
                        .counts("118.90")
                        .closesDay());
        gateway.receives(store.till("till-2").opens(DAY).sells("2.50").closesDay());
        gateway.closed(DAY);
    }

    private List<Paper> papers() {
        StoreState state = gateway.storeJournal.state();
        return PrintedZ.ofDay(
                        state.history().of(DAY).stream()
                                .map(closed -> filed(closed, state))
                                .toList())
                .stream()
                .map(z ->
                        StoreZPaper.of(
                                new StoreZPaper.Of("shop.example", "High Street", false),
                                z,
                                Articles.best(Articles.UNKNOWN)))
                .toList();
    }

    private PrintedZ.Filed filed(StoreDayClosed closed, StoreState state) {
        StoreState.Filed filed = state.filed(closed).orElseThrow();
        return new PrintedZ.Filed(
                closed,
                new PrintedZ.Made(
                        Optional.of(filed.header().at()),
                        filed.header().operator(),
                        state.authority(closed)),
                gateway.storeJournal.products(filed));
    }

    private static DayDetails details(StoreDayClosed closed) {
        return Objects.requireNonNull(closed.details());
    }

    private static Table table(Paper paper, String title) {
        return paper.tables().stream()
                .filter(table -> table.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table " + title));
    }

    /** All cells of a row but the first, which names it. */
    private static List<String> cells(Paper paper, String title, String row) {
        return table(paper, title).rows().stream()
                .map(Table.Row::cells)
                .filter(cells -> cells.getFirst().equals(row))
                .map(cells -> cells.subList(1, cells.size()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + row));
    }

    private static long sumOfLast(Paper paper, String title) {
        return table(paper, title).rows().stream()
                .filter(row -> !row.total())
                .mapToLong(row -> minor(row.cells().getLast()))
                .sum();
    }

    private static long minor(String figure) {
        return Long.parseLong(figure.replaceAll("[.,]", ""));
    }
}
