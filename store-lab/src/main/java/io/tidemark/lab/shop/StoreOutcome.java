package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.retail.SourceTotals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What one store came to at every tier.
 *
 * @param beside receipts of no invoice: what was sold and taken back again
 * @param books whether head office's are even, with what they were made of
 * @param lost told, but missing or altered somewhere
 * @param duplicated found twice somewhere, or never told
 * @param differences what does not agree, in words; empty if all does
 */
public record StoreOutcome(
        String store,
        SourceTotals source,
        Figures beside,
        Figures edge,
        Figures gateway,
        StockTiers stock,
        TallyTiers tallies,
        VatTiers vat,
        MoneyTiers money,
        ClosedDay closeDown,
        ClosedDay headOffice,
        BooksSeen books,
        long lost,
        long duplicated,
        List<String> differences) {
    public StoreOutcome {
        differences = List.copyOf(differences);
    }

    /**
     * What the tiers have of the day's goods; the close-down and head office tell it with
     * themselves.
     *
     * @param told the driver, by what it asked for
     * @param articlesTold of that, what has a stock code
     * @param devices tills and handhelds together
     * @param gateway of its tables: articles only, without what is sold by its price alone
     */
    public record StockTiers(
            StockFigures told, StockSums articlesTold, StockFigures devices, StockSums gateway) {
        public static final StockTiers NONE =
                new StockTiers(
                        StockFigures.NONE,
                        new StockSums(0, 0),
                        StockFigures.NONE,
                        new StockSums(0, 0));
    }

    /**
     * What was out of the ordinary; the close-down and head office tell it with themselves.
     *
     * @param told the driver, by what it asked for
     * @param devices tills and handhelds together, by their Zs
     */
    public record TallyTiers(Tallies told, Tallies devices) {
        public static final TallyTiers NONE = new TallyTiers(Tallies.NONE, Tallies.NONE);
    }

    /**
     * VAT by rate; the close-down and head office tell it with themselves.
     *
     * @param told the driver, by the lines that it was answered
     * @param devices tills and handhelds together, by their Zs
     * @param turnover of that, what is no gift card, tip or rounding
     * @param books head office's accounts of sales, deposits and VAT payable, which have the
     *     turnover
     */
    public record VatTiers(
            VatFigures told, VatFigures devices, VatFigures turnover, VatFigures books) {
        public static final VatTiers NONE =
                new VatTiers(VatFigures.NONE, VatFigures.NONE, VatFigures.NONE, VatFigures.NONE);
    }

    /**
     * Money beyond what goods came to; the close-down and head office tell it with themselves.
     *
     * @param told the driver, by what it asked for
     * @param devices tills together, by their Zs
     * @param positions what the store holds of foreign currencies, as the driver reckons it
     */
    public record MoneyTiers(MoneyFigures told, MoneyFigures devices, MoneyFigures positions) {
        public static final MoneyTiers NONE =
                new MoneyTiers(MoneyFigures.NONE, MoneyFigures.NONE, MoneyFigures.NONE);
    }

    /** What moved and was counted, and what it came to in thousandths of a piece. */
    public record StockSums(long movements, long thousandths) {
        public ObjectNode toJson() {
            return NodeApi.JSON
                    .createObjectNode()
                    .put("movements", movements)
                    .put("units", new BigDecimal(units()));
        }

        public String units() {
            return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
        }
    }

    /** With what else does not agree. */
    public StoreOutcome and(List<String> others) {
        List<String> all = new ArrayList<>(others);
        all.addAll(differences);
        return new StoreOutcome(
                store,
                source,
                beside,
                edge,
                gateway,
                stock,
                tallies,
                vat,
                money,
                closeDown,
                headOffice,
                books,
                lost,
                duplicated,
                all);
    }

    public boolean agrees() {
        return differences.isEmpty() && lost == 0 && duplicated == 0;
    }
}
