package io.tidemark.edge.record;

import static io.tidemark.edge.record.TillAtWork.newId;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a day could not add up is refused before it is recorded, also where nobody pays it. */
class TalliedAmountsTest {
    private final TillAtWork till = new TillAtWork().open();

    @Test
    void a_basket_given_up_of_more_than_a_day_can_count_is_refused() {
        Refusal refusal =
                till.refused(new Ask.VoidBasket(newId(), TillAtWork.OPERATOR, huge(null), null));

        assertThat(refusal.why()).contains("check the amounts and quantities");
    }

    @Test
    void a_basket_parked_of_more_than_a_day_can_count_is_refused() {
        Refusal refusal = till.refused(new Ask.Suspend(newId(), TillAtWork.OPERATOR, huge(null)));

        assertThat(refusal.why()).contains("check the amounts and quantities");
    }

    @Test
    void goods_given_away_of_more_than_a_day_can_count_are_refused() {
        Basket free = huge(AskedDiscount.ofRate(1_000_000, "free"));

        Refusal refusal = till.refused(new Ask.Sell(newId(), TillAtWork.OPERATOR, free));

        assertThat(refusal.why()).contains("check the amounts and quantities");
    }

    /** It is written without its currency, and would be read as another amount. */
    @Test
    void voided_lines_in_another_currency_than_the_tills_are_refused() {
        Basket sale = till.smallSale().basket();
        var voided = new TransactionDetails.VoidedLines(1, new Money(5, new CurrencyCode("KRW")));

        Refusal refusal =
                till.refused(
                        new Ask.Sell(
                                newId(),
                                TillAtWork.OPERATOR,
                                new Basket(
                                        sale.lines(),
                                        sale.tenders(),
                                        null,
                                        new Basket.Extras(List.of(), voided, ""))));

        assertThat(refusal.why()).contains("what was voided is 5 KRW where all else is in GBP");
    }

    private static Basket huge(@Nullable AskedDiscount discount) {
        BasketLine line =
                new BasketLine(
                        TillAtWork.named("BOOK"),
                        Quantity.of("1", Unit.PIECE),
                        UnitPrice.of("9999999999"),
                        null,
                        discount,
                        "");
        return new Basket(Collections.nCopies(100, line), List.of(), null);
    }
}
