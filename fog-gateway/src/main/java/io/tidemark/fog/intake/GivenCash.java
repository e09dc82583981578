package io.tidemark.fog.intake;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.event.CashConfirmed;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.TillOpened;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which movements of cash in a journal no second person has confirmed, and of which day they are;
 * and of which it tells at all, since one of an earlier journal may be confirmed in this one.
 */
final class GivenCash {
    /** Beyond any till's; the oldest is forgotten, and stays unconfirmed. */
    private static final int WAITING_MAX = 10_000;

    private static final Set<Integer> TYPES =
            Set.of(
                    EventType.TILL_OPENED.code(),
                    EventType.FLOAT_PROVIDED.code(),
                    EventType.CASH_PICKED_UP.code(),
                    EventType.PAID_IN.code(),
                    EventType.PAID_OUT.code(),
                    EventType.SAFE_DROP.code(),
                    EventType.CASH_CONFIRMED.code());

    private final Map<CommandId, LocalDate> waiting = new LinkedHashMap<>();
    private final Set<CommandId> told = new LinkedHashSet<>();

    void add(EntryHeader header, EntryBytes bytes, Map<LocalDate, DaySpan> days) {
        if (!TYPES.contains(header.type())) return;
        Event event = EntryCodec.decode(bytes).event();
        CommandId command = header.command();
        if (event instanceof CashConfirmed confirmed) confirmed(confirmed.movement(), days);
        else if (command != null && isGiven(event)) given(command, header.businessDay(), days);
    }

    /** Of a day; each by its command. */
    Set<CommandId> waiting(LocalDate day) {
        return waiting.entrySet().stream()
                .filter(each -> each.getValue().equals(day))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it was given, given again in a branch that was taken in, or confirmed here. */
    boolean tellsOf(CommandId movement) {
        return told.contains(movement);
    }

    private void tell(CommandId movement) {
        if (told.size() >= WAITING_MAX) told.remove(told.iterator().next());
        told.add(movement);
    }

    private void given(CommandId movement, LocalDate day, Map<LocalDate, DaySpan> days) {
        tell(movement);
        if (waiting.size() >= WAITING_MAX) waiting.remove(waiting.keySet().iterator().next());
        if (waiting.putIfAbsent(movement, day) == null)
            days.computeIfPresent(day, (_, span) -> span.waiting(1));
    }

    private void confirmed(CommandId movement, Map<LocalDate, DaySpan> days) {
        tell(movement);
        LocalDate day = waiting.remove(movement);
        if (day != null) days.computeIfPresent(day, (_, span) -> span.waiting(-1));
    }

    private static boolean isGiven(Event event) {
        return event instanceof CashMovement movement
                ? movement.twoSided()
                : event instanceof TillOpened opened && !opened.given().isEmpty();
    }
}
