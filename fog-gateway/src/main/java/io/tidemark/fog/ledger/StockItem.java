package io.tidemark.fog.ledger;

import io.tidemark.ledger.money.Unit;

/**
 * What is kept count of: an article in one unit. An article that is sold by the kilogram now and by
 * the piece later has two stocks, which no arithmetic could make one.
 */
public record StockItem(String plu, Unit unit) implements Comparable<StockItem> {
    /** What is sold by its price alone: no article, hence no stock. */
    private static final String OPEN_ITEM = "OPEN";

    private static final int BUCKETS = 64;
    private static final char BETWEEN = ' ';

    static boolean isKept(String plu) {
        return !plu.equals(OPEN_ITEM);
    }

    /** The same on every machine: it is in the tables. */
    int bucket() {
        int digest = plu.hashCode();
        return Math.floorMod(digest ^ (digest >>> 16), BUCKETS);
    }

    String packed() {
        return unit.code() + BETWEEN + plu;
    }

    static StockItem of(String packed) {
        int end = packed.indexOf(BETWEEN);
        return new StockItem(packed.substring(end + 1), Unit.of(packed.substring(0, end)));
    }

    @Override
    public int compareTo(StockItem other) {
        int byPlu = plu.compareTo(other.plu);
        return byPlu != 0 ? byPlu : unit.compareTo(other.unit);
    }
}
