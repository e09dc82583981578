package io.tidemark.cloud.ledger;

/** Which close-downs' rows are read. */
enum BookedSource {
    /** All that count; picked by {@code f}, the close-downs. */
    FILED,
    /** Those that count of days that were closed more than once; picked by {@code a}, the days. */
    AGAIN,
    /** All of such days, each as if it were the only one; picked by {@code a}, the days. */
    AGAIN_ALONE;

    private static final String OF_DAYS =
            " FROM closed_again a JOIN %s t ON t.store = a.store"
                    + " AND t.business_day = a.business_day";

    private static final String THAT_COUNT =
            " JOIN filed f ON f.store = t.store AND f.business_day = t.business_day"
                    + " AND f.supplement = t.supplement AND f.epoch = t.epoch";

    /**
     * From where rows of a table are read, up to a condition.
     *
     * @param table {@code t}
     */
    String of(String table) {
        return switch (this) {
                    case FILED -> " FROM " + table + " t" + THAT_COUNT;
                    case AGAIN -> OF_DAYS.formatted(table) + THAT_COUNT;
                    case AGAIN_ALONE -> OF_DAYS.formatted(table);
                }
                + " WHERE ";
    }

    boolean isAlone() {
        return this == AGAIN_ALONE;
    }
}
