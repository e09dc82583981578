package io.tidemark.cloud.headoffice;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.cloud.ledger.FiledDay;
import io.tidemark.cloud.ledger.Sums;
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
        List<MoneyJson> overShort) {

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
                MoneyJson.of(filed.overShort()));
    }

    /** Sums over tills or close-downs. */
    @Serdeable.Serializable
    record SumsJson(
            long transactions,
            long returns,
            long lines,
            long noSales,
            MoneyJson gross,
            MoneyJson returned,
            MoneyJson net,
            MoneyJson tax) {
        static SumsJson of(Sums sums) {
            return new SumsJson(
                    sums.transactions(),
                    sums.returns(),
                    sums.lines(),
                    sums.noSales(),
                    MoneyJson.of(sums.gross()),
                    MoneyJson.of(sums.returned()),
                    MoneyJson.of(sums.net()),
                    MoneyJson.of(sums.tax()));
        }
    }
}
