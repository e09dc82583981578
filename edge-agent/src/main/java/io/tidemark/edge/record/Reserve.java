package io.tidemark.edge.record;

/**
 * What a till leaves of its disk. Asked before a command is decided, because a disk that fills up
 * while an entry is forced stops the till, and a customer who has paid should not be the one who
 * finds out.
 */
public final class Reserve {
    /**
     * Below this nothing is sold any more: the largest entry, a group of others, and the tables'
     * share.
     */
    public static final long BYTES_MIN = 16L << 20;

    /**
     * Below this nothing is recorded at all. What lies between is kept for closing the day: the
     * drawer's cash moved and counted, and the till Z, a few KiB each. The journal gives its files
     * no room in advance by then.
     */
    static final long BYTES_MIN_TO_CLOSE = 4L << 20;

    /** Below this people are warned. */
    public static final long BYTES_LOW = 96L << 20;

    private Reserve() {}
}
