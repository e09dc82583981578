package io.tidemark.node.paper;

import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How amounts, quantities and days are written, the same on every machine. */
public final class Written {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final char MINUS = '\u2212';

    private Written() {}

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** By the clock of whoever recorded it. */
    public static String time(OffsetDateTime at) {
        return TIME.format(at);
    }

    /** With the digits of its currency and its code: {@code 1,234.50 GBP}. */
    public static String money(Money amount) {
        return figure(amount) + " " + amount.currency().code();
    }

    /** The number alone, for columns whose head names the currency. */
    public static String figure(Money amount) {
        return grouped(amount.decimal(), amount.currency().digits());
    }

    /** With a sign, for over and short. */
    public static String signed(Money amount) {
        return amount.minor() > 0 ? "+" + figure(amount) : figure(amount);
    }

    /** Nothing is a dash, which the eye passes over. */
    public static String orDash(Money amount) {
        return amount.isZero() ? "–" : figure(amount);
    }

    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace('-', MINUS);
    }

    /** Pieces as they are counted, all else to the thousandth: {@code 12}, {@code 0.375}. */
    public static String quantity(long thousandths, Unit unit) {
        boolean whole = unit == Unit.PIECE && thousandths % 1_000 == 0;
        return grouped(
                BigDecimal.valueOf(thousandths, Quantity.PLACES_MAX),
                whole ? 0 : Quantity.PLACES_MAX);
    }

    /** The same of a decimal, with its unit: {@code 0.375 kg}. */
    public static String quantity(BigDecimal quantity, Unit unit) {
        long thousandths = quantity.movePointRight(Quantity.PLACES_MAX).longValueExact();
        return quantity(thousandths, unit) + " " + unit(unit);
    }

    public static String unit(Unit unit) {
        return switch (unit) {
            case PIECE -> "pcs";
            case KILOGRAM -> "kg";
            case METRE -> "m";
            case LITRE -> "l";
        };
    }

    /** A code as words: {@code TRANSFER_OUT} is "transfer out". */
    public static String words(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The same, as a line or a cell begins: "Transfer out". */
    public static String title(String code) {
        String words = words(code);
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** {@code 20 %}, {@code 5.5 %}. */
    public static String rate(int ppm) {
        return BigDecimal.valueOf(ppm, 4).stripTrailingZeros().toPlainString() + " %";
    }

    private static String grouped(BigDecimal value, int places) {
        DecimalFormat format =
                new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(places);
        return format.format(value).replace('-', MINUS);
    }
}
