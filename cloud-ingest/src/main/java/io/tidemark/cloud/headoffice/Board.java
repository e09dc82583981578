package io.tidemark.cloud.headoffice;

import io.tidemark.cloud.ledger.FiledDay;
import io.tidemark.cloud.ledger.H2Ledger.Extent;
import io.tidemark.identity.Roster.StoreFacts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stores × days. A day is missing for a store that has filed no Z for it, if any store has filed
 * one for that day, or if this store has filed one for an earlier and one for a later day.
 *
 * @param days newest first; only those on which some store closed or misses
 */
public record Board(List<LocalDate> days, List<Line> lines) {
    public Board {
        days = List.copyOf(days);
        lines = List.copyOf(lines);
    }

    /**
     * @param cells in the order of {@link Board#days}
     */
    public record Line(StoreFacts store, List<Cell> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    public record Cell(LocalDate day, DayStatus status, Optional<FiledDay> filed) {}

    /**
     * @param stores the roster's
     * @param extents of all stores that have filed anything
     * @param filed at least those between {@code first} and {@code last}
     */
    static Board of(
            List<StoreFacts> stores,
            List<Extent> extents,
            List<FiledDay> filed,
            LocalDate first,
            LocalDate last) {
        Known known = new Known(extents, filed);
        List<LocalDate> days =
                first.datesUntil(last.plusDays(1))
                        .filter(day ->
                                stores.stream()
                                        .anyMatch(store ->
                                                known.status(store.store(), day) != DayStatus.NONE))
                        .sorted(Comparator.reverseOrder())
                        .toList();
        List<Line> lines =
                stores.stream()
                        .sorted(Comparator.comparing(StoreFacts::store))
                        .map(store ->
                                new Line(
                                        store,
                                        days.stream()
                                                .map(day -> known.cell(store.store(), day))
                                                .toList()))
                        .toList();
        return new Board(days, lines);
    }

    static Cell cell(String store, LocalDate day, List<Extent> extents, List<FiledDay> filed) {
        return new Known(extents, filed).cell(store, day);
    }

    public long count(DayStatus status) {
        return lines.stream()
                .flatMap(line -> line.cells().stream())
                .filter(cell -> cell.status() == status)
                .count();
    }

    private static final class Known {
        private record Key(String store, LocalDate day) {}

        private final Map<Key, FiledDay> filed = new HashMap<>();
        private final Set<LocalDate> someoneClosed = new HashSet<>();
        private final Map<String, Extent> extents = new HashMap<>();

        Known(List<Extent> extents, List<FiledDay> filed) {
            for (Extent extent : extents) this.extents.put(extent.store(), extent);
            for (FiledDay day : filed) {
                this.filed.put(new Key(day.store(), day.day()), day);
                someoneClosed.add(day.day());
            }
        }

        Cell cell(String store, LocalDate day) {
            return new Cell(
                    day, status(store, day), Optional.ofNullable(filed.get(new Key(store, day))));
        }

        DayStatus status(String store, LocalDate day) {
            FiledDay closed = filed.get(new Key(store, day));
            if (closed != null) return closed.isComplete() ? DayStatus.CLOSED : DayStatus.WITHOUT;
            return someoneClosed.contains(day) || isBetweenOwnDays(store, day)
                    ? DayStatus.MISSING
                    : DayStatus.NONE;
        }

        private boolean isBetweenOwnDays(String store, LocalDate day) {
            Extent own = extents.get(store);
            return own != null && own.first().isBefore(day) && own.last().isAfter(day);
        }
    }
}
