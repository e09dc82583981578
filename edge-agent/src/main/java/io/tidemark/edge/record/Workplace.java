package io.tidemark.edge.record;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.money.CurrencyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * What a till is told about itself and its store.
 *
 * @param storeName as people call it
 * @param cutOverHour local hour at which a calendar date becomes the next business day, 0 to 23
 */
public record Workplace(
        JournalId journal,
        String workstation,
        String storeName,
        ZoneId zone,
        int cutOverHour,
        CurrencyCode currency,
        DeviceKind kind) {
    /** A till. */
    public Workplace(
            JournalId journal,
            String workstation,
            String storeName,
            ZoneId zone,
            int cutOverHour,
            CurrencyCode currency) {
        this(journal, workstation, storeName, zone, cutOverHour, currency, DeviceKind.TILL);
    }

    /** The same place, at which this journal is written now. */
    public Workplace in(JournalId other) {
        return new Workplace(other, workstation, storeName, zone, cutOverHour, currency, kind);
    }

    /** The date that a business day opened now would have: until the cut-over hour, yesterday's. */
    public LocalDate businessDayAt(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        return local.getHour() < cutOverHour
                ? local.toLocalDate().minusDays(1)
                : local.toLocalDate();
    }

    /** With the zone's offset, in whole minutes as entries keep it. */
    public OffsetDateTime timeAt(Instant now) {
        OffsetDateTime local = now.atZone(zone).toOffsetDateTime();
        int seconds = local.getOffset().getTotalSeconds();
        return local.withOffsetSameInstant(ZoneOffset.ofTotalSeconds(seconds - seconds % 60));
    }
}
