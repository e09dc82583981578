package io.tidemark.node.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.BasketStatistics;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.ExchangePosition;
import io.tidemark.ledger.event.ExchangeTotal;
import io.tidemark.ledger.event.GrandTotals;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.ProductTable;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.SalesTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.exchange.Position;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a store Z says besides totals, wherever it is shown. */
class StoreZPaperTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final CurrencyCode GBP = new CurrencyCode("GBP");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final CurrencyCode USD = new CurrencyCode("USD");
    private static final TaxCategory STANDARD = new TaxCategory("S", new TaxRate(200_000));

    /** Knows the names of articles below 10. */
    private static final Articles.Names SOME =
            new Articles.Names() {
                @Override
                public Map<String, String> of(Set<String> plus) {
                    return plus.contains("P0") ? Map.of("P0", "Lantern") : Map.of();
                }

                @Override
                public String source() {
                    return "master data 7";
                }
            };

    @Test
    void currencies_bought_and_sold_stand_with_what_is_held_at_which_cost() {
        List<Table> tables = sections(Articles.best(Articles.UNKNOWN));

        assertThat(cells(tables, "Currency exchange", "EUR"))
                .containsExactly(
                        "EUR", "2", "100.00", "85.00", "40.00", "36.00", "1.50", "0.75", "20.00",
                        "17.00");
        assertThat(cells(tables, "Positions in foreign currencies, GBP", "EUR"))
                .containsExactly(
                        "EUR",
                        "–",
                        "60.00 !",
                        "51.00",
                        "0.850000",
                        "2.00",
                        "0.86",
                        "51.60",
                        "0.60");
        assertThat(cells(tables, "Positions in foreign currencies, GBP", "Total"))
                .contains("131.00", "2.00", "131.60");
        assertThat(table(tables, "Positions in foreign currencies, GBP").note())
                .contains(
                        "Otherwise, for goods, paid in, paid out and floats that were new to the"
                                + " store: 10.00 EUR at 8.50 GBP.")
                .contains("Beyond its limit: 50.00 EUR.")
                .doesNotContain("USD");
    }

    @Test
    void what_is_no_goods_stands_in_a_section_of_its_own_and_in_no_department() {
        List<Table> tables = sections(Articles.best(Articles.UNKNOWN));

        assertThat(table(tables, "By department").rows()).hasSize(1);
        assertThat(cells(tables, "Besides goods", "Gift card")).contains("1", "10.00");
        assertThat(cells(tables, "Besides goods", "Tip")).contains("2", "3.00");
    }

    @Test
    void the_best_articles_have_their_names_where_known_and_all_are_listed_on_demand() {
        Table best = table(sections(Articles.best(SOME)), "By product");
        Table all = table(sections(Articles.of(true, SOME)), "By product");

        assertThat(best.rows()).hasSize(Articles.BEST + 1);
        assertThat(best.rows().getFirst().cells()).startsWith("P0", "Lantern");
        assertThat(best.rows().getLast().cells()).startsWith("5 others");
        assertThat(best.note())
                .isEqualTo(
                        "The 25 that took in most. Names are those of master data 7, which the"
                                + " close-down does not carry.");
        assertThat(all.rows()).hasSize(30);
        assertThat(all.rows()).noneMatch(Table.Row::total);
    }

    private static List<Table> sections(Articles articles) {
        return StoreZPaper.sections(
                new PrintedZ(
                        closed(),
                        new PrintedZ.Made(Optional.empty(), "", Optional.empty()),
                        rows(),
                        Map.of()),
                articles);
    }

    private static StoreDayClosed closed() {
        Totals totals =
                new Totals(
                        4,
                        0,
                        33,
                        0,
                        gbp(60_000),
                        gbp(0),
                        gbp(0),
                        List.of(),
                        List.of(
                                sold(LineKind.GOODS, "gifts", 30, 58_700),
                                sold(LineKind.GIFT_CARD, "cards", 1, 1_000),
                                sold(LineKind.TIP, "", 2, 300)),
                        List.of(),
                        List.of(),
                        List.of(
                                new ExchangeTotal(
                                        2,
                                        new Money(10_000, EUR),
                                        gbp(8_500),
                                        new Money(4_000, EUR),
                                        gbp(3_600),
                                        gbp(150),
                                        gbp(75),
                                        new Money(2_000, EUR),
                                        gbp(1_700))));
        GrandTotals grand = GrandTotals.none(GBP);
        return new StoreDayClosed(DAY, 1, 0, 4, 7, List.of(), List.of(), totals, grand)
                .with(details(), grand);
    }

    private static DayDetails details() {
        return new DayDetails(
                gbp(60_000),
                gbp(0),
                List.of(),
                List.of(),
                new BasketStatistics(0, 0, 0, 0, gbp(0), gbp(0), gbp(0)),
                ProductTable.of(rows()),
                20,
                Hash.digest(new byte[0]),
                List.of(
                        new ExchangePosition(
                                Position.none(EUR, GBP),
                                new Position(new Money(6_000, EUR), gbp(5_100)),
                                gbp(200),
                                new ExchangeRate(new BigDecimal("0.86")),
                                gbp(0),
                                new Money(5_000, EUR),
                                new Position(new Money(1_000, EUR), gbp(850))),
                        new ExchangePosition(
                                Position.none(USD, GBP),
                                new Position(new Money(10_000, USD), gbp(8_000)),
                                gbp(0),
                                null,
                                gbp(0))));
    }

    private static SalesTotal sold(LineKind kind, String department, long lines, long gross) {
        return new SalesTotal(kind, department, STANDARD, lines, gbp(gross), gbp(0));
    }

    private static List<ProductTotal> rows() {
        return IntStream.range(0, 30)
                .mapToObj(at ->
                        new ProductTotal(
                                new ProductTotal.Key("P" + at, "gifts", Unit.PIECE, LineKind.GOODS),
                                1,
                                1_000,
                                gbp(3_000 - at),
                                gbp(0)))
                .toList();
    }

    private static Table table(List<Table> tables, String title) {
        return tables.stream()
                .filter(table -> table.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table " + title));
    }

    private static List<String> cells(List<Table> tables, String title, String first) {
        return table(tables, title).rows().stream()
                .map(Table.Row::cells)
                .filter(cells -> cells.getFirst().equals(first))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + first));
    }

    private static Money gbp(long minor) {
        return new Money(minor, GBP);
    }
}
