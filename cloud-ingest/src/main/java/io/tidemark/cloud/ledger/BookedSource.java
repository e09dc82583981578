package io.tidemark.cloud.ledger;

/** Which close-downs' rows are read. */
enum BookedSource {
    /** All that count. */
    FILED("", "filed"),
    /** Those that count of days that were closed more than once. */
    AGAIN("closed_again", "filed"),
    /** All of such days, each as if it were the only one. */
    AGAIN_ALONE("closed_again", "close_down");

    private final String days;
    private final String closeDowns;

    BookedSource(String days, String closeDowns) {
        this.days = days;
        this.closeDowns = closeDowns;
    }

    /**
     * From where rows of a table are read, up to a condition.
     *
     * @param table {@code t}, beside {@code f}, the close-downs
     */
    String of(String table) {
        String first =
                days.isEmpty()
                        ? table + " t"
                        : days
                                + " a JOIN "
                                + table
                                + " t ON t.store = a.store AND t.business_day = a.business_day";
        return " FROM "
                + first
                + " JOIN "
                + closeDowns
                + " f ON f.store = t.store AND f.business_day = t.business_day"
                + " AND f.supplement = t.supplement AND f.epoch = t.epoch WHERE ";
    }

    boolean isAlone() {
        return this == AGAIN_ALONE;
    }
}
