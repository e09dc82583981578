package io.tidemark.fog.dashboard;

import io.tidemark.fog.ledger.GatewayLedger;
import io.tidemark.fog.store.StoreCalendar;
import io.tidemark.fog.watch.Alert;
import io.tidemark.ledger.event.ExchangePosition;
import io.tidemark.ledger.event.StoreDayClosed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** All that somebody in the store should see to. */
record StandingAlerts(StoreView.Sources sources, StoreCalendar calendar) {
    /**
     * What stands, and what the journals show by themselves; last what devices say of themselves,
     * which is in no journal.
     */
    List<Alert> all() {
        List<Alert> all = new ArrayList<>(sources.alerts().standing());
        Instant now = calendar.clock().instant();
        sources.closing()
                .carriedWrongly()
                .forEach((journal, text) ->
                        all.add(new Alert(Alert.Kind.CARRIED, journal.node().device(), text, now)));
        for (LocalDate day : sources.openDays().withLateEntries()) all.add(late(day, now));
        for (LocalDate day : sources.openDays().overdue()) all.add(overdue(day, now));
        StoreView.readable(sources.ledger()::unposted)
                .ifPresent(entries -> entries.forEach(entry -> all.add(unposted(entry, now))));
        all.addAll(beyondLimits(now));
        StoreView.readable(sources.doubles()::standing).ifPresent(all::addAll);
        StoreView.readable(() -> sources.exchange().standing(calendar.today(), now))
                .ifPresent(all::addAll);
        all.addAll(FleetAlerts.of(sources.fleet().standing()));
        return all;
    }

    private static Alert late(LocalDate day, Instant now) {
        return new Alert(
                Alert.Kind.LATE_ENTRIES,
                day.toString(),
                "entries came after "
                        + day
                        + " was closed; close the day again to make a supplement",
                now);
    }

    private Alert overdue(LocalDate day, Instant now) {
        return new Alert(
                Alert.Kind.DAY_NOT_CLOSED,
                day.toString(),
                "was to be closed by "
                        + Shown.time(calendar.at(sources.openDays().due(day)))
                        + " and is not: see what stands in the way, and close it",
                now);
    }

    private static Alert unposted(GatewayLedger.Unposted entry, Instant now) {
        return new Alert(
                Alert.Kind.UNREADABLE,
                entry.device(),
                "entry " + entry.sequence() + " is kept but not posted: " + entry.why(),
                now);
    }

    /** By the newest close-down: positions are told from one to the next. */
    private List<Alert> beyondLimits(Instant now) {
        List<StoreDayClosed> closed = sources.store().state().history().closed();
        if (closed.isEmpty()) return List.of();
        return closed.getLast().exchange().stream()
                .filter(ExchangePosition::isBeyondLimit)
                .map(each ->
                        new Alert(
                                Alert.Kind.POSITION_BEYOND_LIMIT,
                                each.currency().code(),
                                each.beyondLimitInWords() + ". Sell some, or have it raised",
                                now))
                .toList();
    }
}
