package io.tidemark.lab.demo;

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

    /** A receipt of one line that takes goods out of the shop. */
    void sold(long minor, Wares.Goods goods) {
        figures = figures.and(DayFigures.receipt(minor)).and(DayFigures.flow("SOLD", goods));
        moved(goods.plu(), goods.quantity().negate());
    }

    /** A receipt of one line that brings goods back. */
    void returned(long minor, Wares.Goods goods) {
        figures = figures.and(DayFigures.receipt(-minor)).and(DayFigures.flow("RETURNED", goods));
        moved(goods.plu(), goods.quantity());
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
