package io.tidemark.fog.dashboard;

import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Unit;
import io.tidemark.node.paper.Written;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How amounts and days look on the pages. */
public final class Shown {
    private static final DateTimeFormatter SHORT_DAY =
            DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private Shown() {}

    public static String day(LocalDate day) {
        return Written.day(day);
    }

    /** Where there are many: {@code Mon 5 Dec}. */
    static String shortDay(LocalDate day) {
        return SHORT_DAY.format(day);
    }

    /** With the digits of its currency and its code: {@code 1,234.50 GBP}. */
    public static String money(Money amount) {
        return Written.money(amount);
    }

    /** The number alone, for columns whose head names the currency. */
    public static String figure(Money amount) {
        return Written.figure(amount);
    }

    /** With a sign, for over and short. */
    public static String signed(Money amount) {
        return Written.signed(amount);
    }

    /** By the clock of whoever recorded it. */
    public static String time(OffsetDateTime at) {
        return Written.time(at);
    }

    /** The time of day, where the day is known: {@code 10:30}. */
    static String clock(OffsetDateTime at) {
        return CLOCK.format(at);
    }

    /** Minor units as {@link #money(Money)}. */
    public static String amount(long minor, String currency) {
        return money(money(minor, currency));
    }

    static Money money(long minor, String currency) {
        return new Money(minor, new CurrencyCode(currency));
    }

    public static String count(long number) {
        return Written.count(number);
    }

    /** Pieces as they are counted, all else to the thousandth: {@code 12}, {@code 0.375}. */
    public static String quantity(long thousandths, Unit unit) {
        return Written.quantity(thousandths, unit);
    }

    /** With a sign: {@code +3}. */
    public static String signedQuantity(long thousandths, Unit unit) {
        return (thousandths > 0 ? "+" : "") + quantity(thousandths, unit);
    }

    public static String unit(Unit unit) {
        return Written.unit(unit);
    }

    /** A code as words: {@code TRANSFER_OUT} is "transfer out". */
    public static String words(String code) {
        return Written.words(code);
    }

    /** {@code 20 %}, {@code 5.5 %}. */
    public static String rate(int ppm) {
        return Written.rate(ppm);
    }
}
