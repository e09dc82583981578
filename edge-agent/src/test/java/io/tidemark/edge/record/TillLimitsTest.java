package io.tidemark.edge.record;

import static io.tidemark.edge.record.TillAtWork.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.UnitPrice;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More than a receipt or a day can hold is refused before anyone pays. */
class TillLimitsTest {
    private final TillAtWork till = new TillAtWork();

    @Test
    void ten_thousand_lines_are_one_receipt_and_one_more_is_refused() {
        till.open();
        List<BasketLine> most = Collections.nCopies(Limits.LINES_MAX, line("BOOK", "1", "0.01"));

        var sale =
                (SaleCompleted)
                        till.recordedEvent(till.sale(most, till.tender(TenderType.CASH, 10_000)));

        assertThat(sale.lines()).hasSize(Limits.LINES_MAX);
        List<BasketLine> more = Collections.nCopies(Limits.LINES_MAX + 1, line("BOOK", "1"));
        assertThatThrownBy(() -> till.sale(more))
                .hasMessageContaining("at most 10000 lines")
                .hasMessageContaining("split it");
    }

    @Test
    void amounts_that_would_overflow_a_days_sums_are_refused_and_the_till_goes_on() {
        till.open();
        for (long moved = 0;
                moved <= Limits.DAY_MINOR_MAX - 2 * Limits.AMOUNT_MINOR_MAX;
                moved += Limits.AMOUNT_MINOR_MAX)
            till.recorded(till.move(CashMovement.Kind.PAID_IN, Limits.AMOUNT_MINOR_MAX));

        Refusal refusal =
                till.refused(till.move(CashMovement.Kind.PAID_IN, Limits.AMOUNT_MINOR_MAX));

        assertThat(refusal.why()).contains("check the amount");
        till.recorded(till.smallSale());
    }

    @Test
    void more_departments_than_a_days_figures_can_hold_are_refused() {
        till.open();
        List<BasketLine> lines =
                IntStream.rangeClosed(0, DayLimits.DEPARTMENTS_MAX)
                        .mapToObj(i ->
                                new BasketLine(
                                        new BasketLine.Named("BOOK", null, null, "D" + i, null),
                                        Quantity.pieces(1),
                                        UnitPrice.of("0"),
                                        null))
                        .toList();

        assertThat(till.refused(till.sale(lines)).why()).contains("at most 1000 departments");
        till.recorded(till.sale(lines.subList(0, DayLimits.DEPARTMENTS_MAX)));
        assertThat(till.refused(till.sale(lines)).why()).contains("check the department");
    }

    @Test
    void lines_that_together_come_to_more_than_a_receipt_can_are_refused_before_payment() {
        till.open();
        List<BasketLine> lines = Collections.nCopies(1_000, line("BOOK", "90000000", "100"));

        assertThat(till.refused(till.sale(lines, till.tender(TenderType.CASH, 1))).why())
                .contains("the total is 9000000000000.00 GBP")
                .contains("at most 10000000000.00 GBP: check the amount");
    }
}
