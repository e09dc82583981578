package io.tidemark.ledger.closedown;

import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.event.BasketStatistics;
import org.junit.jupiter.api.Test;

class BasketsTest {
    @Test
    void baskets_are_told_by_mean_median_and_ninety_fifth_percentile() {
        Baskets baskets = new Baskets();
        for (int value = 1; value <= 20; value++) baskets.add(value % 3, 10L * value);

        BasketStatistics told = baskets.statistics(GBP);

        assertThat(told.count()).isEqualTo(20);
        assertThat(told.valueMean()).isEqualTo(gbp(105));
        assertThat(told.valueMedian()).isEqualTo(gbp(100)); // the 10th of 20
        assertThat(told.valueP95()).isEqualTo(gbp(190)); // the 19th of 20
        assertThat(told.sizeMeanHundredths()).isEqualTo(105); // 21 lines in 20 baskets
    }

    @Test
    void means_are_rounded_half_up() {
        Baskets baskets = new Baskets();
        for (int i = 0; i < 7; i++) baskets.add(0, 0);
        baskets.add(1, 4);

        BasketStatistics told = baskets.statistics(GBP);

        assertThat(told.valueMean()).isEqualTo(gbp(1)); // 0.5
        assertThat(told.sizeMeanHundredths()).isEqualTo(13); // 12.5
    }

    @Test
    void where_nothing_was_sold_baskets_are_zero() {
        assertThat(new Baskets().statistics(GBP))
                .isEqualTo(new BasketStatistics(0, 0, 0, 0, gbp(0), gbp(0), gbp(0)));
    }
}
