package io.tidemark.lab.simulate;

import io.tidemark.ledger.retention.Retention;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * The business days of a seed. Most have one. The others have some, weeks apart: between two of
 * them the calendar passes and nothing happens, so that receipts grow old enough to be given up.
 */
final class Calendar {
    private static final int DAYS_MIN = 3;
    private static final int APART_MIN = 16;
    private static final int APART_SPREAD = 24;
    private static final int KEPT_SPREAD = 15;

    private final int days;
    private final int apart;
    private final Retention atTills;
    private final Retention atGateway;
    private final SplittableRandom random;
    private int nights;

    private Calendar(
            int days, int apart, Retention atTills, Retention atGateway, SplittableRandom random) {
        this.days = days;
        this.apart = apart;
        this.atTills = atTills;
        this.atGateway = atGateway;
        this.random = random;
    }

    static Calendar ofOneDay() {
        return new Calendar(1, 0, Retention.FOR_EVER, Retention.FOR_EVER, new SplittableRandom(0));
    }

    static Calendar ofWeeks(SplittableRandom random) {
        return new Calendar(
                DAYS_MIN + random.nextInt(3),
                APART_MIN + random.nextInt(APART_SPREAD),
                new Retention(Retention.DAYS_MIN + random.nextInt(KEPT_SPREAD)),
                new Retention(Retention.DAYS_MIN + random.nextInt(KEPT_SPREAD)),
                random);
    }

    /** For what only such a seed decides: the others go as if there were none. */
    SplittableRandom newRandom() {
        return random.split();
    }

    /** Whether receipts grow old in it, and are pruned. */
    boolean isLong() {
        return days > 1;
    }

    int days() {
        return days;
    }

    /** From this one on, with it. */
    int daysLeft() {
        return days - nights;
    }

    /** Nights that are over. */
    int nights() {
        return nights;
    }

    void nightFalls() {
        nights++;
    }

    /** What the calendar is ahead of the time in which things happen. */
    Duration passed() {
        return Duration.ofDays((long) nights * apart);
    }

    Retention atTills() {
        return atTills;
    }

    Retention atGateway() {
        return atGateway;
    }
}
