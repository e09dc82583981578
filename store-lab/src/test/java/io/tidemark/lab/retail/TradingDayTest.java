package io.tidemark.lab.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TradingDayTest {
    @TempDir Path dir;

    @Test
    void of_two_days_with_as_many_rows_the_earlier_is_chosen() {
        TradingDay day =
                Csv.day(
                        dir,
                        "3,A,apple,1,2024-03-02 10:00,1",
                        "4,A,apple,1,2024-03-02 10:01,1",
                        "1,A,apple,1,2024-03-01 10:00,1",
                        "2,A,apple,-1,2024-03-01 11:00,1");

        assertThat(day.day()).isEqualTo(LocalDate.of(2024, 3, 1));
        assertThat(day.firstSale()).isEqualTo(LocalDateTime.of(2024, 3, 1, 10, 0));
    }

    @Test
    void a_day_that_is_not_in_the_file_is_answered_with_the_nearest_ones() {
        RetailFile file =
                Csv.file(
                        dir,
                        "1,A,apple,1,2024-03-01 10:00,1",
                        "2,A,apple,1,2024-03-09 10:00,1",
                        "3,A,apple,1,x,1");

        assertThatThrownBy(() -> Csv.dayOf(file, "2024-03-05", "GBP"))
                .isInstanceOf(DataRefused.class)
                .hasMessageContaining(
                        "has no rows on 2024-03-05; it has 2 days from 2024-03-01 to 2024-03-09")
                .hasMessageEndingWith("2024-03-01 (1 rows), 2024-03-09 (1 rows)");
    }

    @Test
    void a_day_of_which_nothing_can_be_sold_is_refused_with_the_rows_reasons() {
        TradingDay day =
                Csv.day(dir, "1,A,apple,1,2024-03-01 10:00,-3", "2,B,pear,-1,2024-03-01 10:00,1");

        assertThatThrownBy(day::withSomethingSold)
                .isInstanceOf(DataRefused.class)
                .hasMessageStartingWith("no row of 2024-03-01 can be sold (row 2: ")
                .hasMessageEndingWith(
                        "; row 3 is a stock correction); correct them, or choose another --day");
    }

    @Test
    void an_invoice_may_come_back_later_in_the_file() {
        TradingDay day =
                Csv.day(
                        dir,
                        "1,A,apple,1,2024-03-01 10:00,1",
                        "2,A,apple,1,2024-03-01 10:00,1",
                        "1,B,pear,1,2024-03-01 10:00,1");

        assertThat(day.invoices()).extracting(Invoice::number).containsExactly("1", "2");
        assertThat(day.invoices().getFirst().lines()).hasSize(2);
    }

    @Test
    void of_an_invoice_of_two_days_only_the_days_rows_count() {
        TradingDay day =
                Csv.dayOf(
                        Csv.file(
                                dir,
                                "1,A,apple,1,2024-03-01 23:59,1",
                                "1,A,apple,1,2024-03-02 00:01,2"),
                        "2024-03-02",
                        "GBP");

        assertThat(Csv.totals(day)).isEqualTo(new SourceTotals(1, 1, 0, 0, 200));
    }

    @Test
    void a_row_whose_date_cannot_be_read_is_refused_on_the_day_of_its_invoice() {
        RetailFile file =
                Csv.file(
                        dir,
                        "1,A,apple,1,bad,1",
                        "1,A,apple,1,2024-03-01 10:00,1",
                        "2,A,apple,1,2024-03-02 10:00,1",
                        "2,A,apple,1,bad,1",
                        "3,A,apple,1,bad,1");

        assertThat(Csv.totals(Csv.dayOf(file, "2024-03-01", "GBP")))
                .isEqualTo(new SourceTotals(1, 1, 0, 2, 100));
    }

    @Test
    void an_invoice_of_which_nothing_is_left_takes_its_turn_at_a_store() {
        TradingDay day =
                Csv.day(
                        dir,
                        "1,A,broken,-1,2024-03-01 10:00,0",
                        "2,A,apple,1,2024-03-01 10:00,1",
                        "3,A,apple,1,2024-03-01 10:00,2",
                        "4,A,debt,1,2024-03-01 10:00,-3");

        assertThat(Dealing.deal(day, 2, 1))
                .extracting(Dealing.StoreShare::totals)
                .containsExactly(
                        new SourceTotals(1, 1, 1, 0, 200), new SourceTotals(1, 1, 0, 1, 100));
    }

    @Test
    void a_file_without_a_date_that_can_be_read_is_refused() {
        RetailFile file = Csv.file(dir, "1,A,apple,1,5 March,1");

        assertThatThrownBy(() -> Csv.dayOf(file, "2024-03-05", "GBP"))
                .isInstanceOf(DataRefused.class)
                .hasMessageContaining(
                        "has no row whose InvoiceDate can be read; give dates as 2011-12-05 08:26");
    }
}
