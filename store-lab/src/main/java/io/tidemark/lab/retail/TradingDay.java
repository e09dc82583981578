package io.tidemark.lab.retail;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One day of a file: its invoices in the order in which they begin.
 *
 * <p>A refused row with a good date belongs to that day. One whose date can't be read belongs to
 * the day of its invoice's other rows; if no row of its invoice has a date, it counts on whichever
 * day is read, and its invoice is dealt with the others.
 *
 * @param strays refused rows that name no invoice, and so belong to none
 */
public record TradingDay(
        LocalDate day, MinorUnits money, List<Invoice> invoices, List<Row.Refused> strays) {
    /** Rows of one day that are held in memory. */
    static final int ROWS_MAX = 1_000_000;

    private static final int REASONS_SHOWN = 3;

    public TradingDay {
        invoices = List.copyOf(invoices);
        strays = List.copyOf(strays);
    }

    /**
     * @throws DataRefused if the file has no such day; the message names the nearest ones
     */
    public static TradingDay read(RetailFile file, Optional<LocalDate> wanted, MinorUnits money) {
        RetailCalendar calendar = RetailCalendar.of(file);
        LocalDate day = wanted.map(calendar::checked).orElseGet(calendar::busiest);
        return new Reading(day, money).of(file);
    }

    /**
     * @throws DataRefused if none of its rows can be sold; the message says why not
     */
    public TradingDay withSomethingSold() {
        if (invoices.stream().anyMatch(Invoice::isTransaction)) return this;
        String reasons =
                Stream.concat(
                                invoices.stream().flatMap(invoice -> invoice.rows().stream()),
                                strays.stream())
                        .flatMap(TradingDay::reason)
                        .limit(REASONS_SHOWN)
                        .collect(Collectors.joining("; "));
        throw new DataRefused(
                "no row of "
                        + day
                        + " can be sold"
                        + (reasons.isEmpty() ? "" : " (" + reasons + ")")
                        + "; correct them, or choose another --day");
    }

    private static Stream<String> reason(Row row) {
        return switch (row) {
            case Row.Refused(long number, String reason) ->
                    Stream.of("row " + number + ": " + reason);
            case Row.StockCorrection(long number) ->
                    Stream.of("row " + number + " is a stock correction");
            case Row.Line _ -> Stream.empty();
        };
    }

    public LocalDateTime firstSale() {
        return times().min(LocalDateTime::compareTo).orElse(day.atTime(9, 0));
    }

    public LocalDateTime lastSale() {
        return times().max(LocalDateTime::compareTo).orElse(day.atTime(17, 0));
    }

    private Stream<LocalDateTime> times() {
        return invoices.stream().flatMap(invoice -> invoice.lines().stream()).map(Row.Line::at);
    }

    /** One pass over the file that keeps only the day's rows. */
    private static final class Reading {
        private final LocalDate day;
        private final MinorUnits money;
        private final RowJudge judge;
        private final Map<String, List<Row>> byInvoice = new LinkedHashMap<>();
        private final Set<String> ofTheDay = new HashSet<>();
        private final Set<String> ofOtherDays = new HashSet<>();
        private final List<Row.Refused> strays = new ArrayList<>();
        private int rows;

        Reading(LocalDate day, MinorUnits money) {
            this.day = day;
            this.money = money;
            this.judge = new RowJudge(money);
        }

        TradingDay of(RetailFile file) {
            file.forEach(this::take);
            byInvoice
                    .keySet()
                    .removeIf(invoice ->
                            ofOtherDays.contains(invoice) && !ofTheDay.contains(invoice));
            List<Invoice> invoices =
                    byInvoice.entrySet().stream()
                            .map(entry -> new Invoice(entry.getKey(), entry.getValue()))
                            .toList();
            return new TradingDay(day, money, invoices, strays);
        }

        private void take(RawRow raw) {
            Optional<LocalDateTime> at = RowDate.parse(raw.date());
            if (at.isEmpty()) {
                keep(raw, new Row.Refused(raw.number(), undated(raw)));
            } else if (at.get().toLocalDate().equals(day)) {
                ofTheDay.add(raw.invoice());
                keep(raw, judge.judge(raw, at.get()));
            } else {
                ofOtherDays.add(raw.invoice());
            }
        }

        private void keep(RawRow raw, Row row) {
            if (++rows > ROWS_MAX)
                throw new DataRefused(
                        day + " has more than " + ROWS_MAX + " rows; choose another --day");
            if (raw.invoice().isEmpty() && row instanceof Row.Refused refused) strays.add(refused);
            else byInvoice.computeIfAbsent(raw.invoice(), _ -> new ArrayList<>()).add(row);
        }

        private static String undated(RawRow raw) {
            return "InvoiceDate '" + raw.date() + "' is no date of the form " + RowDate.FORMS;
        }
    }
}
