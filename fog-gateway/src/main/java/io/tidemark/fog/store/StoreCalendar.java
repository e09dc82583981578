package io.tidemark.fog.store;

import io.tidemark.identity.Roster.StoreFacts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The store's days: its zone, its cut-over hour, and the clock its business runs on. */
public record StoreCalendar(ZoneId zone, int cutOverHour, Clock clock) {
    public static StoreCalendar of(StoreFacts facts, Clock clock) {
        return new StoreCalendar(facts.zone(), facts.cutOverHour(), clock);
    }

    public LocalDate today() {
        return dayOf(clock.instant());
    }

    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDateTime().minusHours(cutOverHour).toLocalDate();
    }

    public OffsetDateTime now() {
        return at(clock.instant());
    }

    public OffsetDateTime at(Instant instant) {
        return instant.atZone(zone).toOffsetDateTime();
    }

    /** The time on the shop's wall, to the minute. */
    public LocalTime wallTime(Instant instant) {
        return instant.atZone(zone).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    }
}
