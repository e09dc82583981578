package io.tidemark.cloud.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.cloud.Days;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.BasketStatistics;
import io.tidemark.ledger.event.CashierTotal;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.HourTotal;
import io.tidemark.ledger.event.ProductTable;
import io.tidemark.ledger.event.SalesTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloseDownFormTest {
    private static final StoreDayClosed CLOSED = Days.closed(Days.MONDAY, 1, 60_000, 1);
    private static final long GROSS = CLOSED.totals().gross().minor();
    private static final long RECEIPTS = CLOSED.totals().transactions();

    @Test
    void cashiers_hours_and_receipts_that_add_up_to_the_totals_are_right() {
        assertThat(CloseDownForm.fault(with(GROSS, GROSS, GROSS, RECEIPTS))).isEmpty();
    }

    @Test
    void one_of_them_that_does_not_is_named_with_the_totals() {
        List<StoreDayClosed> wrong =
                List.of(
                        with(GROSS + 1, GROSS, GROSS, RECEIPTS),
                        with(GROSS, GROSS + 1, GROSS, RECEIPTS),
                        with(GROSS, GROSS, GROSS + 1, RECEIPTS),
                        with(GROSS, GROSS, GROSS, RECEIPTS + 1));

        assertThat(wrong)
                .allSatisfy(closed ->
                        assertThat(CloseDownForm.fault(closed))
                                .hasValueSatisfying(why ->
                                        assertThat(why)
                                                .contains("do not add up to its 600.00 GBP")));
    }

    @Test
    void tills_may_tell_by_vat_alone_what_the_totals_tell_by_department() {
        List<TillDay> byVat =
                CLOSED.tills().stream()
                        .map(till -> till.with(till.totals().withoutDepartments()))
                        .toList();
        Totals more = Totals.sum(CLOSED.currency(), List.of(CLOSED.totals(), CLOSED.totals()));

        assertThat(CLOSED.totals().sales())
                .extracting(SalesTotal::department)
                .doesNotContain(SalesTotal.ALL_DEPARTMENTS);
        assertThat(CloseDownForm.fault(CLOSED.with(byVat, CLOSED.totals()))).isEmpty();
        assertThat(CloseDownForm.fault(CLOSED.with(byVat, more)))
                .hasValueSatisfying(why -> assertThat(why).contains("its tills add up to"));
    }

    private static StoreDayClosed with(long charged, long cashier, long hour, long receipts) {
        DayDetails details =
                new DayDetails(
                        gbp(charged),
                        gbp(0),
                        List.of(
                                new CashierTotal(
                                        "7", receipts, 0, 10, 0, gbp(cashier), gbp(0), List.of())),
                        List.of(new HourTotal(9, RECEIPTS, 10, gbp(hour))),
                        new BasketStatistics(0, 0, 0, 0, gbp(0), gbp(0), gbp(0)),
                        ProductTable.of(List.of()),
                        0,
                        Hash.digest(new byte[0]));
        return CLOSED.with(details, CLOSED.grand());
    }

    private static Money gbp(long minor) {
        return new Money(minor, new CurrencyCode("GBP"));
    }
}
