package io.tidemark.fog.closedown;

import io.tidemark.fog.intake.DaySpan;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.store.StoreCalendar;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.StoreDayClosed;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which days are the store's to close, so that a mistyped one never gets a Z, whose number stands
 * for good. A day of which a device here has anything is. One of which none has is, too, from the
 * store's first day to today: its devices may all be away, or head office may miss a day on which
 * the store was shut. No day needs to be closed only because it was skipped.
 */
final class DaysWorked {
    private final DeviceJournals journals;
    private final StoreCalendar calendar;

    DaysWorked(DeviceJournals journals, StoreCalendar calendar) {
        this.journals = journals;
        this.calendar = calendar;
    }

    /** Why the store has no such day; empty where it has. */
    Optional<String> refusal(LocalDate day, StoreHistory history) {
        if (history.isClosed(day) || isOpened(day)) return Optional.empty();
        if (day.isAfter(calendar.today()))
            return Optional.of(day + " has not begun: today is " + calendar.today());
        if (hasAnything(day) || lacksSomething()) return Optional.empty();
        Optional<LocalDate> first = first(history);
        if (first.filter(began -> !day.isBefore(began)).isPresent()) return Optional.empty();
        return Optional.of(
                first.map(began ->
                                "no device has opened "
                                        + day
                                        + ", and the store's first day was "
                                        + began
                                        + ": look at the date")
                        .orElse("no device has opened a day yet: there is nothing to close"));
    }

    /** Whatever this gateway's clock says, which may have gone back. */
    private boolean isOpened(LocalDate day) {
        return journals.all().stream()
                .flatMap(journal -> journal.day(day).stream())
                .anyMatch(DaySpan::isTouched);
    }

    private boolean hasAnything(LocalDate day) {
        return journals.all().stream().anyMatch(journal -> journal.day(day).isPresent());
    }

    /** What is damaged or lost here may be of any day. */
    private boolean lacksSomething() {
        return !journals.healing().isEmpty()
                || journals.all().stream().anyMatch(journal -> journal.lost().isPresent());
    }

    /** What a device records before anybody opens its day is no day of the store. */
    private Optional<LocalDate> first(StoreHistory history) {
        return Stream.concat(
                        history.closed().stream().map(StoreDayClosed::day),
                        journals.all().stream().flatMap(DaysWorked::opened))
                .min(LocalDate::compareTo);
    }

    private static Stream<LocalDate> opened(DeviceJournal journal) {
        return journal.days().entrySet().stream()
                .filter(each -> each.getValue().isTouched())
                .map(Map.Entry<LocalDate, DaySpan>::getKey);
    }
}
