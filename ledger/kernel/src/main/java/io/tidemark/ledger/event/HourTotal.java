package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * The receipts of one hour by the clocks of the shop, as the devices' own entries have them: where
 * clocks are put back, two hours of the day are told as one.
 *
 * @param hour from the midnight that begins the business day; −3 is 21 o'clock of the date before,
 *     26 is 2 o'clock of the date after
 * @param gross the signed sum of line amounts, tax included
 */
public record HourTotal(int hour, long transactions, long lines, Money gross) {
    /** What a clock that is more than a day behind says is told in this hour. */
    public static final int FIRST = -24;

    /** What a clock that is more than two days ahead says is told in this hour. */
    public static final int LAST = 71;

    private static final int FIELDS = 4;

    public HourTotal {
        if (hour < FIRST || hour > LAST)
            throw new IllegalArgumentException(
                    "an hour of a business day is " + FIRST + " to " + LAST + ", not " + hour);
    }

    /** Which hour of a business day it is. */
    public static int of(LocalDate day, LocalDateTime at) {
        long hour = Math.floorDiv(Duration.between(day.atStartOfDay(), at).toSeconds(), 3600L);
        return Math.clamp(hour, FIRST, LAST);
    }

    /** When it begins. */
    public LocalDateTime begins(LocalDate day) {
        return day.atStartOfDay().plusHours(hour);
    }

    /** The array [hour, transactions, lines, gross]. */
    void writeTo(CborWriter writer) {
        writer.array(FIELDS).integer(hour).integer(transactions).integer(lines);
        writer.integer(gross.minor());
    }

    static HourTotal readFrom(CurrencyCode currency, CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new HourTotal(
                                reader.integer(FIRST, LAST),
                                reader.integer(),
                                reader.integer(),
                                Items.minor(currency, reader)));
    }
}
