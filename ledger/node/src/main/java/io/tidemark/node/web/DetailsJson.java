package io.tidemark.node.web;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.ledger.event.BasketStatistics;
import io.tidemark.ledger.event.CashierTotal;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.HourTotal;
import io.tidemark.ledger.event.StockValues;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a close-down tells beyond totals, in JSON, the same in every node's API.
 *
 * @param charged what receipts above zero came to
 * @param refunded what receipts below zero came to
 * @param products how many articles there are figures of
 * @param productsDigest SHA-256 of those figures' bytes
 * @param entries how many entries of the business day were taken in
 * @param merkleRoot over their hashes (RFC 6962)
 * @param positions in foreign currencies; none where the store is no bureau de change
 * @param stock what the store's goods are worth; null where it never had any
 */
@Serdeable
public record DetailsJson(
        Amount charged,
        Amount refunded,
        List<Cashier> cashiers,
        List<Hour> hours,
        Baskets baskets,
        long products,
        String productsDigest,
        long entries,
        String merkleRoot,
        List<PositionJson> positions,
        @Nullable StockValuesJson stock) {
    /**
     * @param day of the close-down
     */
    public static DetailsJson of(DayDetails details, LocalDate day) {
        StockValues stock = details.stock();
        return new DetailsJson(
                Amount.of(details.charged()),
                Amount.of(details.refunded()),
                details.cashiers().stream().map(Cashier::of).toList(),
                details.hours().stream().map(hour -> Hour.of(hour, day)).toList(),
                Baskets.of(details.baskets()),
                details.products().rows(),
                details.products().digest().hex(),
                details.entries(),
                details.root().hex(),
                details.exchange().stream().map(PositionJson::of).toList(),
                stock == null ? null : StockValuesJson.of(stock));
    }

    /**
     * @param operator empty for what devices did by themselves
     */
    @Serdeable
    public record Cashier(
            String operator,
            long transactions,
            long returns,
            long lines,
            long noSales,
            Amount gross,
            Amount returned,
            List<TallyJson> tallies) {
        static Cashier of(CashierTotal cashier) {
            return new Cashier(
                    cashier.operator(),
                    cashier.transactions(),
                    cashier.returns(),
                    cashier.lines(),
                    cashier.noSales(),
                    Amount.of(cashier.gross()),
                    Amount.of(cashier.returned()),
                    cashier.tallies().stream().map(TallyJson::of).toList());
        }
    }

    /**
     * @param from when it begins by the clocks of the shop, which have no offset here
     */
    @Serdeable
    public record Hour(String from, long transactions, long lines, Amount gross) {
        static Hour of(HourTotal hour, LocalDate day) {
            return new Hour(
                    hour.begins(day).toString(),
                    hour.transactions(),
                    hour.lines(),
                    Amount.of(hour.gross()));
        }
    }

    /**
     * Of sales. Means are rounded half up, median and 95th percentile are of the nearest rank.
     *
     * @param linesMeanHundredths hundredths of a line
     */
    @Serdeable
    public record Baskets(
            long count,
            long linesMeanHundredths,
            long linesMedian,
            long linesP95,
            Amount valueMean,
            Amount valueMedian,
            Amount valueP95) {
        static Baskets of(BasketStatistics baskets) {
            return new Baskets(
                    baskets.count(),
                    baskets.sizeMeanHundredths(),
                    baskets.sizeMedian(),
                    baskets.sizeP95(),
                    Amount.of(baskets.valueMean()),
                    Amount.of(baskets.valueMedian()),
                    Amount.of(baskets.valueP95()));
        }
    }
}
