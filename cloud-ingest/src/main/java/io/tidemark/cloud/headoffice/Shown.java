package io.tidemark.cloud.headoffice;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.StockTotal;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Figures as pages show them. */
public final class Shown {
    private static final Locale LANGUAGE = Locale.UK;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy", LANGUAGE);
    private static final DateTimeFormatter SHORT_DAY =
            DateTimeFormatter.ofPattern("EEE d MMM", LANGUAGE);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", LANGUAGE);
    private static final String[] BYTE_UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};
    private static final String MINUS = "\u2212";
    private static final String DASH = "\u2013";

    private Shown() {}

    /** Grouped, with the currency's own places, without the currency: {@code 12,345.67}. */
    public static String amount(Money money) {
        DecimalFormat format =
                new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(LANGUAGE));
        format.setMinimumFractionDigits(money.currency().digits());
        String digits = format.format(money.decimal().abs());
        return money.isNegative() ? MINUS + digits : digits;
    }

    public static String amount(Optional<Money> money) {
        return money.map(Shown::amount).orElse(DASH);
    }

    public static String money(Money money) {
        return amount(money) + "\u00a0" + money.currency();
    }

    /** With its sign: {@code +0.50 GBP}, {@code −0.05 GBP}, {@code 0.00 GBP}. */
    public static String signed(Money money) {
        boolean positive = !money.isZero() && !money.isNegative();
        return (positive ? "+" : "") + money(money);
    }

    /** Those that are not zero, unless all of them are. */
    public static String signed(List<Money> amounts) {
        if (amounts.isEmpty()) return "not counted";
        List<Money> off = amounts.stream().filter(amount -> !amount.isZero()).toList();
        return (off.isEmpty() ? amounts.subList(0, 1) : off)
                .stream().map(Shown::signed).collect(Collectors.joining(", "));
    }

    /** The style of an over/short: short stands out. */
    public static String tone(List<Money> overShort) {
        if (overShort.stream().anyMatch(Money::isNegative)) return "short";
        return overShort.stream().allMatch(Money::isZero) ? "even" : "over";
    }

    public static String tone(Optional<Money> overShort) {
        return tone(overShort.stream().toList());
    }

    public static String count(long number) {
        return NumberFormat.getIntegerInstance(LANGUAGE).format(number);
    }

    /** Pieces as they are counted, all else to the thousandth. */
    public static String quantity(StockTotal goods) {
        boolean whole = goods.unit() == Unit.PIECE && goods.thousandths() % 1_000 == 0;
        DecimalFormat format =
                new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(LANGUAGE));
        format.setMinimumFractionDigits(whole ? 0 : Quantity.PLACES_MAX);
        return format.format(goods.quantity()).replace("-", MINUS);
    }

    /** A code as words: {@code TRANSFER_OUT} is "transfer out". */
    public static String words(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A number with its noun: {@code 1 product}, {@code 2 products}. */
    public static String count(long number, String one) {
        return count(number) + " " + one + (number == 1 ? "" : "s");
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String shortDay(LocalDate day) {
        return SHORT_DAY.format(day);
    }

    public static String time(OffsetDateTime at, ZoneId zone) {
        return TIME.format(at.atZoneSameInstant(zone));
    }

    public static String hash(Hash hash) {
        return hash.short6();
    }

    public static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        for (; value >= 1024 && unit < BYTE_UNITS.length - 1; unit++) value /= 1024;
        return (unit == 0 ? Long.toString(bytes) : String.format(LANGUAGE, "%.1f", value))
                + "\u00a0"
                + BYTE_UNITS[unit];
    }

    public static String status(DayStatus status) {
        return switch (status) {
            case CLOSED -> "closed";
            case WITHOUT -> "closed without";
            case MISSING -> "missing";
            case NONE -> "no trade known";
        };
    }
}
