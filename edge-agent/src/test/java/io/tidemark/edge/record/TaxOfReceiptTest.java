package io.tidemark.edge.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.money.Money;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** VAT within prices and on top of them, by line and by receipt. */
class TaxOfReceiptTest {
    @Test
    void by_line_each_line_rounds_its_own_and_the_receipt_adds_them_up() {
        RetailTransaction sale = sold(Bureau.by(false, false), "0.99", 7);

        assertThat(tax(sale, Bureau.NORMAL)).isEqualTo(7 * 7);
    }

    @Test
    void by_receipt_the_rate_is_taken_once_and_the_lines_add_up_to_it() {
        RetailTransaction sale = sold(Bureau.by(false, true), "0.99", 7);

        // 6.93 × 8.1 / 108.1 = 0.51928…
        assertThat(tax(sale, Bureau.NORMAL)).isEqualTo(52);
        assertThat(sale.lines()).allMatch(line -> Math.abs(line.taxAmount().minor() - 7) <= 1);
        assertThat(sale.total().minor()).isEqualTo(693);
    }

    @Test
    void prices_without_vat_have_it_added_by_line() {
        RetailTransaction sale = sold(Bureau.by(true, false), "0.99", 7);

        // 0.99 × 8.1 % = 0.08019
        assertThat(tax(sale, Bureau.NORMAL)).isEqualTo(7 * 8);
        assertThat(sale.total().minor()).isEqualTo(7 * 107);
        assertThat(sale.lines()).allMatch(line -> line.net().minor() == 99);
    }

    @Test
    void prices_without_vat_have_it_added_once_for_each_rate_of_the_receipt() {
        Bureau shop = Bureau.by(true, true);
        for (int i = 0; i < 5; i++) shop.thing("0.06").thing("0.20", Bureau.REDUCED, "1");

        RetailTransaction sale = (RetailTransaction) shop.card(135).sold();

        // 0.30 × 8.1 % = 0.0243; 1.00 × 2.6 % = 0.026
        assertThat(tax(sale, Bureau.NORMAL)).isEqualTo(2);
        assertThat(tax(sale, Bureau.REDUCED)).isEqualTo(3);
    }

    @Test
    void exactly_half_a_unit_goes_up_and_down_where_goods_come_back() {
        Bureau shop = Bureau.by(true, true);
        Bureau other = Bureau.by(true, true);

        RetailTransaction sold =
                (RetailTransaction) shop.thing("2.50", Bureau.REDUCED, "1").card(257).sold();
        RetailTransaction back =
                (RetailTransaction)
                        other.thing("2.50", Bureau.REDUCED, "-1").cash(-257).takenBack();

        // 2.50 × 2.6 % = 0.065
        assertThat(tax(sold, Bureau.REDUCED)).isEqualTo(7);
        assertThat(tax(back, Bureau.REDUCED)).isEqualTo(-7);
    }

    @Test
    void an_exchange_has_lines_of_both_signs_and_one_tax_for_each_rate() {
        Bureau shop = Bureau.by(false, true).thing("9.99").thing("3.33", Bureau.NORMAL, "-2");

        RetailTransaction sale = (RetailTransaction) shop.card(333).sold();

        // 3.33 × 8.1 / 108.1 = 0.24951…
        assertThat(tax(sale, Bureau.NORMAL)).isEqualTo(25);
    }

    @Test
    void whatever_is_sold_the_lines_taxes_add_up_to_the_receipts_and_none_is_off_by_a_unit() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            Bureau shop = Bureau.by(random.nextBoolean(), true);
            for (int i = 0; i <= random.nextInt(20); i++)
                shop.thing(
                        "0." + (1 + random.nextInt(9)) + random.nextInt(10),
                        random.nextBoolean() ? Bureau.NORMAL : Bureau.REDUCED,
                        String.valueOf(1 + random.nextInt(5)));

            RetailTransaction sale = (RetailTransaction) shop.cash(100_000).sold();

            for (TaxCategory category : List.of(Bureau.NORMAL, Bureau.REDUCED)) {
                Money gross = Money.sum(Bureau.EUR, lines(sale, category), Line::gross);
                Money net = Money.sum(Bureau.EUR, lines(sale, category), Line::net);
                Money expected =
                        sale.lines().getFirst().details().taxExcluded()
                                ? category.rate().addedTo(net)
                                : category.rate().includedIn(gross);
                assertThat(tax(sale, category)).as("seed %s", seed).isEqualTo(expected.minor());
            }
        }
    }

    /** 10.00 at 8.1 %, 20.00 at 2.6 % and 2.50 at 2.6 %, of which a tenth is taken off. */
    @ParameterizedTest
    @CsvSource({
        // 0.674…; 0.456…, 0.057…
        "false, false, 2925, 67, 52",
        // 20.25 × 2.6 / 102.6 = 0.513…
        "false, true, 2925, 67, 51",
        // 10.81 + 20.52 + 2.57 (0.065 goes up) = 33.90; 9.73: 0.729…; 18.47: 0.468…, 2.31: 0.058…
        "true, false, 3051, 73, 53",
    })
    void a_discount_on_several_rates_takes_each_ones_vat_off_and_comes_back_as_it_went(
            boolean excluded, boolean perReceipt, long total, long normal, long reduced) {
        RetailTransaction sold =
                (RetailTransaction) basket(Bureau.by(excluded, perReceipt), "1").card(total).sold();
        RetailTransaction back =
                (RetailTransaction)
                        basket(Bureau.by(excluded, perReceipt), "-1").cash(-total).takenBack();

        assertThat(tax(sold, Bureau.NORMAL)).isEqualTo(normal);
        assertThat(tax(sold, Bureau.REDUCED)).isEqualTo(reduced);
        assertThat(back.total()).isEqualTo(sold.total().negated());
        assertThat(tax(back, Bureau.NORMAL)).isEqualTo(-normal);
        assertThat(tax(back, Bureau.REDUCED)).isEqualTo(-reduced);
    }

    private static Bureau basket(Bureau shop, String quantity) {
        return shop.thing("10", Bureau.NORMAL, quantity)
                .thing("20", Bureau.REDUCED, quantity)
                .thing("2.50", Bureau.REDUCED, quantity)
                .off(100_000);
    }

    private static RetailTransaction sold(Bureau shop, String price, int times) {
        for (int i = 0; i < times; i++) shop.thing(price);
        return (RetailTransaction) shop.cash(100_000).sold();
    }

    private static long tax(RetailTransaction sale, TaxCategory category) {
        return Money.sum(Bureau.EUR, lines(sale, category), Line::taxAmount).minor();
    }

    private static List<Line> lines(RetailTransaction sale, TaxCategory category) {
        return sale.lines().stream().filter(line -> line.tax().equals(category)).toList();
    }
}
