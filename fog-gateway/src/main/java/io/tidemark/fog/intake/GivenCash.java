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
import java.util.Map;
import java.util.Set;

/**
 * Which movements of cash in a journal no second person has confirmed, and of which day they are. A
 * confirmation in another journal of the device is not seen: the till that goes on there lists what
 * it still waits for on its own Z.
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

    void add(EntryHeader header, EntryBytes bytes, Map<LocalDate, DaySpan> days) {
        if (!TYPES.contains(header.type())) return;
        Event event = EntryCodec.decode(bytes).event();
        CommandId command = header.command();
        if (event instanceof CashConfirmed confirmed) confirmed(confirmed.movement(), days);
        else if (command != null && isGiven(event)) given(command, header.businessDay(), days);
    }

    private void given(CommandId movement, LocalDate day, Map<LocalDate, DaySpan> days) {
        if (waiting.size() >= WAITING_MAX) waiting.remove(waiting.keySet().iterator().next());
        if (waiting.putIfAbsent(movement, day) == null)
            days.computeIfPresent(day, (_, span) -> span.waiting(1));
    }

    private void confirmed(CommandId movement, Map<LocalDate, DaySpan> days) {
        LocalDate day = waiting.remove(movement);
        if (day != null) days.computeIfPresent(day, (_, span) -> span.waiting(-1));
    }

    private static boolean isGiven(Event event) {
        return event instanceof CashMovement movement
                ? movement.twoSided()
                : event instanceof TillOpened opened && !opened.given().isEmpty();
    }
}
