package io.tidemark.cloud.headoffice;

import io.tidemark.cloud.ledger.FiledDay;
import io.tidemark.cloud.ledger.H2Ledger.Extent;
import io.tidemark.identity.Roster.StoreFacts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

        private Line only(Set<LocalDate> days) {
            return new Line(
                    store, cells.stream().filter(cell -> days.contains(cell.day())).toList());
        }
    }

    public record Cell(LocalDate day, DayStatus status, Optional<FiledDay> filed) {}

    /** What is known of stores' days, from which every status follows. */
    static final class Filed {
        private record Key(String store, LocalDate day) {}

        private final Map<Key, FiledDay> filed = new HashMap<>();
        private final Map<String, Extent> extents = new HashMap<>();
        private final Set<LocalDate> someoneClosed;

        /**
         * @param extents of all stores that have filed anything
         * @param filed the days that are asked about
         * @param someoneClosed days for which any store has filed a Z
         */
        Filed(List<Extent> extents, List<FiledDay> filed, Set<LocalDate> someoneClosed) {
            for (Extent extent : extents) this.extents.put(extent.store(), extent);
            for (FiledDay day : filed) this.filed.put(new Key(day.store(), day.day()), day);
            this.someoneClosed = Set.copyOf(someoneClosed);
        }

        Cell cell(String store, LocalDate day) {
            return new Cell(
                    day, status(store, day), Optional.ofNullable(filed.get(new Key(store, day))));
        }

        private DayStatus status(String store, LocalDate day) {
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

    /**
     * The days from one to another, both included.
     *
     * @param stores the roster's
     */
    static Board of(List<StoreFacts> stores, Filed filed, LocalDate first, LocalDate last) {
        List<Line> all =
                stores.stream()
                        .sorted(Comparator.comparing(StoreFacts::store))
                        .map(store -> new Line(store, cells(store, filed, first, last)))
                        .toList();
        Set<LocalDate> shown =
                all.stream()
                        .flatMap(line -> line.cells().stream())
                        .filter(cell -> cell.status() != DayStatus.NONE)
                        .map(Cell::day)
                        .collect(Collectors.toCollection(TreeSet::new));
        return new Board(
                List.copyOf(shown).reversed(), all.stream().map(line -> line.only(shown)).toList());
    }

    private static List<Cell> cells(
            StoreFacts store, Filed filed, LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .map(day -> filed.cell(store.store(), day))
                .toList()
                .reversed();
    }

    public long count(DayStatus status) {
        return lines.stream()
                .flatMap(line -> line.cells().stream())
                .filter(cell -> cell.status() == status)
                .count();
    }
}
