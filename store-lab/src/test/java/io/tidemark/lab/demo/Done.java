package io.tidemark.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** What was done in a shop's day, as whoever did it knows it. */
final class Done {
    private final Map<String, BigDecimal> onHand = new TreeMap<>();
    private final Map<String, BigDecimal> variances = new TreeMap<>();
    private DayFigures figures = DayFigures.NONE;

    DayFigures figures() {
        return figures;
    }

    /** Of each article that moved, in its own unit. */
    Map<String, BigDecimal> onHand() {
        return onHand;
    }

    /** What the last count of an article found more than there should have been. */
    Map<String, BigDecimal> variances() {
        return variances;
    }

    /** A receipt that takes goods out of the shop, or undoes one that did. */
    void sold(JsonNode receipt) {
        receipt(receipt, "SOLD");
    }

    /** A receipt that brings goods back. */
    void returned(JsonNode receipt) {
        receipt(receipt, "RETURNED");
    }

    /** By what was answered of each line: its amount, and the VAT in it as reckoned here. */
    private void receipt(JsonNode receipt, String flow) {
        long total = 0;
        for (JsonNode line : receipt.path("lines")) {
            long gross = line.path("gross").path("minor").asLong();
            long ppm = line.path("taxRatePpm").asLong();
            long tax = Wares.taxWithin(gross, ppm);
            assertThat(line.path("tax").path("minor").asLong()).as(line.toString()).isEqualTo(tax);
            figures =
                    figures.and(DayFigures.vat(line.path("taxCategory").asText(), ppm, tax, gross));
            BigDecimal quantity = new BigDecimal(line.path("quantity").asText());
            Wares.Goods goods = new Wares.Goods(line.path("plu").asText(), quantity);
            boolean back = flow.equals("RETURNED");
            figures = figures.and(DayFigures.flow(flow, back ? goods.negated() : goods));
            moved(goods.plu(), quantity.negate());
            total += gross;
        }
        figures = figures.and(DayFigures.receipt(total));
        assertThat(receipt.path("total").path("minor").asLong()).isEqualTo(total);
    }

    void came(String flow, Wares.Goods goods) {
        figures = figures.and(DayFigures.flow(flow, goods));
        moved(goods.plu(), goods.quantity());
    }

    void went(String flow, Wares.Goods goods) {
        figures = figures.and(DayFigures.flow(flow, goods));
        moved(goods.plu(), goods.quantity().negate());
    }

    void counted(Wares.Goods goods) {
        figures = figures.and(DayFigures.flow("COUNTED", goods));
        BigDecimal expected = onHand.getOrDefault(goods.plu(), BigDecimal.ZERO);
        variances.put(goods.plu(), goods.quantity().subtract(expected).stripTrailingZeros());
        onHand.put(goods.plu(), goods.quantity());
    }

    void tally(String kind, long minor) {
        figures = figures.and(DayFigures.tally(kind, 1, minor));
    }

    private void moved(String plu, BigDecimal quantity) {
        onHand.merge(plu, quantity, BigDecimal::add);
    }
}
