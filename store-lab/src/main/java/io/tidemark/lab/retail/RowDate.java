package io.tidemark.lab.retail;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms of a date that files of this kind carry. */
final class RowDate {
    static final String FORMS = "2011-12-05 08:26[:00], 2011-12-05T08:26[:00] or 12/5/2011 8:26";

    private static final int YEAR_FIRST = 1970;
    private static final int YEAR_LAST = 2999;
    private static final List<DateTimeFormatter> FORMATS =
            List.of(
                    format("uuuu-MM-dd HH:mm"),
                    format("uuuu-MM-dd'T'HH:mm"),
                    format("M/d/uuuu H:mm"));

    private RowDate() {}

    /** Empty if the text is no date in one of the {@link #FORMS}, or a day that never was. */
    static Optional<LocalDateTime> parse(String text) {
        for (DateTimeFormatter format : FORMATS)
            if (fits(text, format)) return resolved(text, format);
        return Optional.empty();
    }

    private static boolean fits(String text, DateTimeFormatter format) {
        var position = new ParsePosition(0);
        return format.parseUnresolved(text, position) != null
                && position.getIndex() == text.length();
    }

    private static Optional<LocalDateTime> resolved(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDateTime.parse(text, format))
                    .filter(date -> date.getYear() >= YEAR_FIRST && date.getYear() <= YEAR_LAST);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter format(String toTheMinute) {
        return new DateTimeFormatterBuilder()
                .appendPattern(toTheMinute)
                .optionalStart()
                .appendPattern(":ss")
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                .optionalEnd()
                .optionalEnd()
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
