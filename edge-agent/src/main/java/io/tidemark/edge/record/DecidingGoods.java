package io.tidemark.edge.record;

import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.StockMoved;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Goods that move without a customer, are counted or looked at. At a till its day must be open. At
 * a handheld the day begins with them, and one that was left open ends first: what is counted on
 * Tuesday morning is Tuesday's.
 */
final class DecidingGoods {
    private final Deciding deciding;
    private final Till till;
    private final Instant now;

    DecidingGoods(Deciding deciding, Till till, Instant now) {
        this.deciding = deciding;
        this.till = till;
        this.now = now;
    }

    Decision decide(Command command, Deciding.By by) {
        Event event = Objects.requireNonNull(command.stock(), "goods that were looked up").event();
        Optional<String> wrong =
                event instanceof StockMoved moved ? refusal(moved) : Optional.empty();
        if (wrong.isPresent()) return Deciding.refused(Refusal.Kind.CONTENT, wrong.get());
        Optional<OpenDay> open = till.day();
        LocalDate today = till.dayAt(now);
        return till.workplace().kind() == DeviceKind.TILL
                        || open.filter(day -> day.date().equals(today)).isPresent()
                ? deciding.record(by, () -> numbered(event, till.head().sequence() + 1))
                : onNewDay(event, today, by);
    }

    private Optional<String> refusal(StockMoved moved) {
        if (isWithinStore(moved))
            return Optional.of("this is store " + ownStore() + " itself: name the other store");
        return till.transfers()
                .before(moved)
                .map(day ->
                        "transfer "
                                + moved.reference()
                                + " from "
                                + moved.party()
                                + " was taken in here on "
                                + day
                                + ": look at its number; what came besides has a number of its own");
    }

    private boolean isWithinStore(StockMoved moved) {
        return switch (moved.kind()) {
            case TRANSFER_OUT, TRANSFER_IN -> moved.party().equals(ownStore());
            case DELIVERY, WASTE -> false;
        };
    }

    private String ownStore() {
        return till.workplace().journal().node().store();
    }

    /** Whoever is signed on stays so: only a person's end of the day signs them off. */
    private Decision onNewDay(Event event, LocalDate today, Deciding.By by) {
        Workplace place = till.workplace();
        OpenDay fresh = new OpenDay(today, till.head().sequence(), place.currency());
        Optional<String> refusal = fresh.refusal(event);
        if (refusal.isPresent()) return Deciding.refused(Refusal.Kind.CONTENT, refusal.get());
        List<Entry> entries = new ArrayList<>();
        till.day()
                .ifPresent(day ->
                        entries.add(
                                deciding.entry(
                                        deciding.closing(day, till.head()), by, day.date(), 0)));
        var opened =
                new BusinessDayOpened(place.currency(), place.zone().getId(), place.cutOverHour());
        entries.add(deciding.entry(opened, by, today, 0));
        long sequence = till.head().sequence() + entries.size() + 1;
        entries.add(deciding.entry(numbered(event, sequence), by, today, 0));
        return new Decision.Append(entries);
    }

    /** A transfer that was given no number is named by the place of its entry. */
    private Event numbered(Event event, long sequence) {
        if (!(event instanceof StockMoved moved)
                || moved.kind() != StockMoved.Kind.TRANSFER_OUT
                || !moved.reference().isEmpty()) return event;
        String number = till.workplace().journal().label() + "-" + sequence;
        return new StockMoved(moved.kind(), number, moved.party(), moved.reason(), moved.lines());
    }
}
