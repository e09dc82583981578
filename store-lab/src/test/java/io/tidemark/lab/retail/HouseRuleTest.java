package io.tidemark.lab.retail;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.lab.retail.HouseRule.Tender;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseRuleTest {
    private final HouseRule pounds = new HouseRule(MinorUnits.of("GBP"));

    @TempDir Path dir;

    @Test
    void every_sale_of_the_shipped_day_is_paid_in_full_and_only_cash_gives_change() {
        TradingDay day = Csv.dayOf(RetailFile.shipped(), "2011-12-05", "GBP");

        for (Invoice invoice : day.invoices()) {
            List<Tender> tenders = pounds.tenders(invoice, 0);
            long paid = tenders.stream().mapToLong(Tender::minor).sum();
            boolean cash = tenders.getLast().type().equals("CASH");
            assertThat(paid - invoice.grossMinor()).isBetween(0L, cash ? 499L : 0L);
        }
    }

    @Test
    void the_shipped_day_sees_cash_card_and_both_on_one_receipt() {
        TradingDay day = Csv.dayOf(RetailFile.shipped(), "2011-12-05", "GBP");

        assertThat(
                        day.invoices().stream()
                                .map(invoice ->
                                        pounds.tenders(invoice, 0).stream()
                                                .map(Tender::type)
                                                .toList())
                                .distinct())
                .contains(List.of("CASH"), List.of("CARD"), List.of("CARD", "CASH"));
    }

    @Test
    void a_refund_goes_out_in_cash_only_if_it_is_small_and_the_drawer_has_it() {
        Invoice small = Csv.day(dir, "C1,1,a,-1,2024-03-01 10:00,50").invoices().getFirst();
        Invoice large = Csv.day(dir, "C1,1,a,-1,2024-03-01 10:00,50.01").invoices().getFirst();

        assertThat(pounds.tenders(small, 5_000)).containsExactly(new Tender("CASH", -5_000));
        assertThat(pounds.tenders(small, 4_999)).containsExactly(new Tender("CARD", -5_000));
        assertThat(pounds.tenders(large, 9_999)).containsExactly(new Tender("CARD", -5_001));
    }

    @Test
    void a_pickup_takes_whole_tens_above_the_float() {
        assertThat(pounds.floatMinor()).isEqualTo(10_000);
        assertThat(pounds.pickup(10_000)).isZero();
        assertThat(pounds.pickup(9_000)).isZero();
        assertThat(pounds.pickup(23_456)).isEqualTo(13_000);
    }

    @Test
    void operators_change_at_thirteen_hours() {
        assertThat(HouseRule.operator(0, LocalTime.of(12, 59))).isEqualTo("anna");
        assertThat(HouseRule.operator(0, LocalTime.of(13, 0))).isEqualTo("ben");
        assertThat(HouseRule.operator(3, LocalTime.of(9, 0))).isEqualTo("grace");
    }

    @Test
    void tax_and_department_come_from_the_stock_code() {
        assertThat(HouseRule.taxCategory("POST")).isEqualTo("S");
        assertThat(HouseRule.department("POST")).isEqualTo("services");
        assertThat(HouseRule.department("85123A")).isEqualTo("goods-8");
        assertThat(HouseRule.TAX_CATEGORIES)
                .extracting(HouseRule.TaxCategory::code)
                .contains(HouseRule.taxCategory("85123A"), HouseRule.taxCategory("22423"));
    }

    @Test
    void what_a_row_has_part_of_goes_by_weight_and_all_else_by_the_piece() {
        TradingDay day =
                Csv.day(
                        dir,
                        "1,A,apple,3.0,2024-03-01 10:00,2",
                        "1,B,berries,2,2024-03-01 10:00,2",
                        "2,B,berries,0.375,2024-03-01 10:00,2");

        assertThat(Catalogue.of(day).inOrder())
                .extracting(Catalogue.Product::unit)
                .containsExactly("C62", "KGM");
    }

    @Test
    void the_catalogue_has_the_most_frequent_price_and_others_are_entered() {
        TradingDay day =
                Csv.day(
                        dir,
                        "1,A,apple,1,2024-03-01 10:00,2",
                        "1,A,apple,1,2024-03-01 10:00,3",
                        "2,A,apple,1,2024-03-01 10:00,3.0",
                        "2,A,apple,1,2024-03-01 10:00,1");

        Catalogue catalogue = Catalogue.of(day);

        assertThat(catalogue.inOrder())
                .singleElement()
                .satisfies(product -> {
                    assertThat(product.plu()).isEqualTo("A");
                    assertThat(product.price()).isEqualByComparingTo("3");
                });
        assertThat(day.invoices().getFirst().lines())
                .extracting(catalogue::charges)
                .containsExactly(false, true);
    }
}
