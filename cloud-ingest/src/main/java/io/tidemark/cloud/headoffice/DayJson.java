package io.tidemark.cloud.headoffice;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.cloud.ledger.FiledDay;
import io.tidemark.cloud.ledger.Sums;
import io.tidemark.node.web.Amount;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A store's business day in one line.
 *
 * @param status closed, without, missing or none
 * @param zNumber null where nothing is filed, as are the figures
 * @param overShort counted − expected, per currency
 */
@Serdeable.Serializable
record DayJson(
        String store,
        LocalDate day,
        String status,
        @Nullable Long zNumber,
        int supplements,
        @Nullable SumsJson totals,
        List<Amount> overShort) {

    static DayJson of(String store, Board.Cell cell) {
        return cell.filed()
                .map(filed -> of(filed, cell.status()))
                .orElseGet(() ->
                        new DayJson(
                                store,
                                cell.day(),
                                cell.status().label(),
                                null,
                                0,
                                null,
                                List.of()));
    }

    private static DayJson of(FiledDay filed, DayStatus status) {
        return new DayJson(
                filed.store(),
                filed.day(),
                status.label(),
                filed.zNumber(),
                filed.supplements(),
                SumsJson.of(filed.sums()),
                Amount.of(filed.overShort()));
    }

    /** Sums over tills or close-downs. */
    @Serdeable.Serializable
    record SumsJson(
            long transactions,
            long returns,
            long lines,
            long noSales,
            Amount gross,
            Amount returned,
            Amount net,
            Amount tax) {
        static SumsJson of(Sums sums) {
            return new SumsJson(
                    sums.transactions(),
                    sums.returns(),
                    sums.lines(),
                    sums.noSales(),
                    Amount.of(sums.gross()),
                    Amount.of(sums.returned()),
                    Amount.of(sums.net()),
                    Amount.of(sums.tax()));
        }
    }
}
