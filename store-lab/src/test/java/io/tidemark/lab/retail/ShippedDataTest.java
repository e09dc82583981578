package io.tidemark.lab.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The expected figures were computed by another program, in another language, from the published
 * file.
 */
class ShippedDataTest {
    @Test
    void the_busiest_day_is_chosen() {
        TradingDay day =
                TradingDay.read(RetailFile.shipped(), Optional.empty(), MinorUnits.of("GBP"));

        assertThat(day.day()).isEqualTo(LocalDate.of(2011, 12, 5));
        assertThat(day.invoices()).hasSize(151);
    }

    @ParameterizedTest
    @CsvSource({
        "2011-12-05, GBP, 148, 5328, 3, 0, 5775132",
        "2011-12-05, KRW, 148, 5328, 3, 0, 57821",
        "2011-12-05, KWD, 148, 5328, 3, 0, 57751320",
        "2011-12-08, GBP, 143, 4938, 2, 0, 8141778",
        "2011-12-08, JPY, 143, 4938, 2, 0, 81507",
    })
    void its_totals_are_those_that_another_program_found(
            String day,
            String currency,
            long transactions,
            long lines,
            long stock,
            long refused,
            long gross) {
        TradingDay read = Csv.dayOf(RetailFile.shipped(), day, currency);

        assertThat(Csv.totals(read))
                .isEqualTo(new SourceTotals(transactions, lines, stock, refused, gross));
    }

    @Test
    void two_stores_share_the_day_invoice_by_invoice() {
        TradingDay day = Csv.dayOf(RetailFile.shipped(), "2011-12-05", "GBP");

        var shares = Dealing.deal(day, 2, 4);

        assertThat(shares)
                .extracting(Dealing.StoreShare::totals)
                .containsExactly(
                        new SourceTotals(75, 2912, 1, 0, 3658244),
                        new SourceTotals(73, 2416, 2, 0, 2116888));
        assertThat(shares.getFirst().tills()).hasSize(4);
    }
}
