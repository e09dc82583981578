package io.tidemark.edge.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The smallest coin, and foreign notes. */
class PaidInCashTest {
    @ParameterizedTest
    @CsvSource({
        "CH, CHF, 12.02, 1200", "CH, CHF, 12.03, 1205", "CH, CHF, 12.07, 1205",
        "CH, CHF, 12.08, 1210", "SE, SEK, 49.49, 4900", "SE, SEK, 49.50, 5000",
        "NO, NOK, 49.50, 5000", "DK, DKK, 49.24, 4900", "DK, DKK, 49.25, 4950",
        "DK, DKK, 49.75, 5000", "AU, AUD, 1.02, 100", "AU, AUD, 1.03, 105",
        "NZ, NZD, 15.05, 1500", "NZ, NZD, 15.06, 1510"
    })
    void a_sale_for_cash_comes_to_what_there_are_coins_for(
            String country, String currency, String price, long comesTo) {
        RetailTransaction sale =
                (RetailTransaction) Bureau.in(country, currency).thing(price).cash(10_000).sold();

        assertThat(sale.total().minor()).isEqualTo(comesTo);
        assertThat(sale.change().minor()).isEqualTo(10_000 - comesTo);
    }

    @ParameterizedTest
    @CsvSource({"SE, SEK, 49.50, -5000", "NZ, NZD, 15.05, -1500", "CH, CHF, 12.03, -1205"})
    void a_refund_in_cash_is_rounded_like_a_sale_of_the_same_amount(
            String country, String currency, String price, long paidBack) {
        Bureau shop = Bureau.in(country, currency).thing(price, Bureau.NORMAL, "-1").cash(paidBack);

        RetailTransaction back = (RetailTransaction) shop.takenBack();

        assertThat(back.total().minor()).isEqualTo(paidBack);
    }

    @Test
    void a_card_pays_to_the_minor_unit_and_what_is_left_for_cash_is_rounded() {
        Bureau shop = Bureau.in("CH", "CHF");

        RetailTransaction byCard = (RetailTransaction) shop.thing("12.03").card(1_203).sold();
        RetailTransaction byBoth =
                (RetailTransaction) shop.thing("12.03").card(1_001).cash(200).sold();

        assertThat(kinds(byCard)).doesNotContain(LineKind.ROUNDING);
        assertThat(byBoth.total().minor()).isEqualTo(1_201);
    }

    @Test
    void rounding_is_a_line_of_its_own_and_vat_stays_as_it_was() {
        Bureau shop = Bureau.in("CH", "CHF");

        RetailTransaction sale = (RetailTransaction) shop.thing("12.03").cash(1_205).sold();

        Line rounding = sale.lines().getLast();
        assertThat(rounding.details().kind()).isEqualTo(LineKind.ROUNDING);
        assertThat(rounding.gross().minor()).isEqualTo(2);
        assertThat(rounding.taxAmount().isZero()).isTrue();
        assertThat(totals(shop).tax()).isEqualTo(sale.lines().getFirst().taxAmount());
        assertThat(totals(shop).sales())
                .filteredOn(part -> part.kind() == LineKind.ROUNDING)
                .hasSize(1);
    }

    @Test
    void a_rounded_receipt_can_be_taken_back_as_a_whole() {
        RetailTransaction sale =
                (RetailTransaction) Bureau.in("CH", "CHF").thing("12.03").cash(2_000).sold();

        PostVoided undone =
                PostVoided.of(
                        sale,
                        new OriginalReceipt("s001", "Till 1", LocalDate.of(2010, 12, 1), 1),
                        TransactionDetails.NONE);

        assertThat(undone.total().minor()).isEqualTo(-1_205);
        assertThat(undone.tenders()).extracting(Tender::amount).containsExactly(chf(-1_205));
    }

    @Test
    void cash_for_which_there_are_no_coins_is_refused() {
        Refusal refusal = Bureau.in("CH", "CHF").thing("12.03").cash(1_203).refused();

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TENDERS);
        assertThat(refusal.why()).contains("0.05 CHF").contains("12.03 CHF");
    }

    @Test
    void too_little_cash_is_still_owed_after_rounding() {
        assertThat(Bureau.in("CH", "CHF").thing("12.03").cash(1_200).refused().why())
                .contains("0.05 CHF is still owed");
    }

    @Test
    void foreign_notes_count_at_the_rate_and_change_is_in_the_stores_currency() {
        Bureau shop = Bureau.in("CH", "CHF");

        RetailTransaction sale = (RetailTransaction) shop.thing("12.03").euros(2_000).sold();

        Tender euros = sale.tenders().getFirst();
        assertThat(euros.base()).isEqualTo(chf(1_880));
        assertThat(euros.rate().value()).isEqualByComparingTo("0.94");
        assertThat(sale.change()).isEqualTo(chf(675));
        assertThat(sale.total()).isEqualTo(chf(1_205));
    }

    @Test
    void each_currency_has_a_drawer_of_its_own_in_the_days_figures() {
        Bureau shop = Bureau.in("CH", "CHF");

        shop.thing("12.03").euros(2_000).sold();

        assertThat(cash(shop, "EUR").expected()).isEqualTo(new Money(2_000, Bureau.EUR));
        assertThat(cash(shop, "EUR").base()).isEqualTo(chf(1_880));
        assertThat(cash(shop, "CHF").expected()).isEqualTo(chf(10_000 - 675));
    }

    @Test
    void foreign_cash_is_rounded_half_up_to_the_minor_unit() {
        RetailTransaction sale =
                (RetailTransaction) Bureau.in("NO", "NOK").thing("1").euros(175).sold();

        assertThat(sale.tenders().getFirst().base().minor()).isEqualTo(165);
        assertThat(sale.change().minor()).isEqualTo(100);
    }

    @Test
    void foreign_money_that_no_rate_is_known_of_or_that_is_no_cash_is_refused() {
        Bureau shop = Bureau.in("CH", "CHF");
        Money dollars = new Money(2_000, new CurrencyCode("USD"));

        assertThat(shop.thing("12").pay(TenderType.CASH, dollars).refused().why())
                .contains("CHF and in cash of EUR, not in USD");
        assertThat(
                        shop.thing("12")
                                .pay(TenderType.CARD, new Money(2_000, Bureau.EUR))
                                .refused()
                                .why())
                .contains("not in EUR by CARD");
    }

    @Test
    void money_goes_out_in_the_stores_currency_only() {
        Bureau shop = Bureau.in("CH", "CHF").thing("12", Bureau.NORMAL, "-1").euros(-1_200);

        assertThat(shop.refused().why()).contains("money goes out in CHF, not in EUR");
    }

    private static TenderAccount cash(Bureau shop, String currency) {
        return totals(shop).tenders().stream()
                .filter(account -> account.currency().code().equals(currency))
                .findFirst()
                .orElseThrow();
    }

    private static Totals totals(Bureau shop) {
        return Objects.requireNonNull(shop.till.view().totals());
    }

    private static List<LineKind> kinds(Event event) {
        return ((RetailTransaction) event)
                .lines().stream().map(line -> line.details().kind()).toList();
    }

    private static Money chf(long minor) {
        return new Money(minor, new CurrencyCode("CHF"));
    }
}
