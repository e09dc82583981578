package io.tidemark.lab.retail;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many rows a file has on each day. */
record RetailCalendar(String file, TreeMap<LocalDate, Integer> rowsByDay) {
    /** Days a file may have: two hundred years. */
    private static final int DAYS_MAX = 73_000;

    private static final int NEARBY = 3;

    /**
     * @throws DataRefused if no row has a date that can be read
     */
    static RetailCalendar of(RetailFile file) {
        var rows = new TreeMap<LocalDate, Integer>();
        file.forEach(row ->
                RowDate.parse(row.date())
                        .map(LocalDateTime::toLocalDate)
                        .filter(day -> rows.size() < DAYS_MAX || rows.containsKey(day))
                        .ifPresent(day -> rows.merge(day, 1, Integer::sum)));
        if (rows.isEmpty())
            throw new DataRefused(
                    file.name()
                            + " has no row whose InvoiceDate can be read; give dates as "
                            + RowDate.FORMS);
        return new RetailCalendar(file.name(), rows);
    }

    /** The day with most rows; of several, the earliest. */
    LocalDate busiest() {
        return rowsByDay.entrySet().stream()
                .max(
                        Map.Entry.<LocalDate, Integer>comparingByValue()
                                .thenComparing(
                                        Map.Entry.<LocalDate, Integer>comparingByKey().reversed()))
                .orElseThrow()
                .getKey();
    }

    LocalDate checked(LocalDate day) {
        if (rowsByDay.containsKey(day)) return day;
        throw new DataRefused(
                file
                        + " has no rows on "
                        + day
                        + "; it has "
                        + rowsByDay.size()
                        + " days from "
                        + rowsByDay.firstKey()
                        + " to "
                        + rowsByDay.lastKey()
                        + ", the nearest: "
                        + nearby(day));
    }

    private String nearby(LocalDate day) {
        List<LocalDate> before =
                rowsByDay.headMap(day, false).descendingMap().keySet().stream()
                        .limit(NEARBY)
                        .toList();
        Stream<LocalDate> after = rowsByDay.tailMap(day).keySet().stream().limit(NEARBY);
        return Stream.concat(before.reversed().stream(), after)
                .map(one ->
                        one + " (" + Optional.ofNullable(rowsByDay.get(one)).orElse(0) + " rows)")
                .collect(Collectors.joining(", "));
    }
}
