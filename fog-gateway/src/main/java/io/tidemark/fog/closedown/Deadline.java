package io.tidemark.fog.closedown;

import io.tidemark.fog.store.StoreCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * By when the store should have closed a business day.
 *
 * @param closeBy the time on the shop's wall: until noon it is on the date after the business day,
 *     later on the day's own; where it is not set, the day should be closed when the next one
 *     begins
 */
public record Deadline(StoreCalendar calendar, Optional<LocalTime> closeBy) {
    public Instant of(LocalDate day) {
        LocalTime cutOver = LocalTime.of(calendar.cutOverHour(), 0);
        LocalTime time = closeBy.orElse(cutOver);
        boolean isNextDate = closeBy.isEmpty() || !time.isAfter(LocalTime.NOON);
        return day.plusDays(isNextDate ? 1 : 0).atTime(time).atZone(calendar.zone()).toInstant();
    }

    public boolean isPassed(LocalDate day) {
        return !calendar.clock().instant().isBefore(of(day));
    }
}
