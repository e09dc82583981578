package io.tidemark.edge.record;

import static io.tidemark.edge.record.TillAtWork.GBP;
import static io.tidemark.edge.record.TillAtWork.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReturningTest {
    private static final OriginalLine ORIGINAL =
            new OriginalLine("s001", "Till 1", LocalDate.of(2010, 12, 1), 1, 1).held();

    @Test
    void returned_in_whatever_parts_exactly_what_was_paid_and_its_tax_come_back() {
        long seed = 20_101_201;
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Line sold = sold(1 + random.nextInt(9_000), 1 + random.nextInt(500));
            long gross = 0;
            long tax = 0;
            long before = 0;
            long all = sold.quantity().thousandths();
            while (before < all) {
                long now = 1 + random.nextLong(all - before);
                Line back = new Returning(sold, before, now).line(ORIGINAL, 0);
                gross += back.gross().minor();
                tax += back.taxAmount().minor();
                before += now;
            }

            assertThat(-gross).as("seed %s, %s", seed, sold).isEqualTo(sold.gross().minor());
            assertThat(-tax).as("seed %s, %s", seed, sold).isEqualTo(sold.taxAmount().minor());
        }
    }

    @Test
    void a_discount_that_it_was_sold_at_comes_back_with_it() {
        Line sold =
                sold(3_000, 1_000)
                        .with(
                                new LineDetails(
                                        null,
                                        List.of(
                                                new LineDetails.DiscountShare(
                                                        4, new Money(1_000, GBP))),
                                        new Money(1_500, GBP)));

        Line back = new Returning(sold, 0, 1_000).line(ORIGINAL, 0);

        assertThat(back.gross()).isEqualTo(new Money(-667, GBP));
        assertThat(back.quantity()).isEqualTo(Quantity.pieces(-1));
        assertThat(back.details().shares())
                .containsExactly(new LineDetails.DiscountShare(0, new Money(-333, GBP)));
        assertThat(back.undiscounted()).isEqualTo(new Money(-1_000, GBP));
        assertThat(back.details().cost()).isEqualTo(new Money(-500, GBP));
    }

    private static Line sold(int thousandths, int pence) {
        return Line.priced(
                new Line.Article("85123A", null, "WHITE HANGING HEART", "GIFTS", STANDARD),
                new UnitPrice(BigDecimal.valueOf(pence, 2)),
                PriceOrigin.CATALOGUE,
                new Quantity(BigDecimal.valueOf(thousandths, 3), Unit.PIECE),
                GBP);
    }
}
