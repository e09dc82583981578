package io.tidemark.edge.record;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.event.CashConfirmed;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.UnconfirmedCash;
import io.tidemark.ledger.money.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cash that one person recorded as moved and another is still to confirm, over days, restarts and
 * journals. Changed by the till's fold only.
 */
final class CashOnTheWay {
    private final Map<CommandId, UnconfirmedCash> waiting = new LinkedHashMap<>();
    private List<UnconfirmedCash> all = List.of();

    void add(EntryHeader header, Event event) {
        CommandId command = header.command();
        List<Money> given = given(event);
        if (event instanceof CashConfirmed confirmed) waiting.remove(confirmed.movement());
        else if (given.isEmpty() || command == null) return;
        else wait(command, header, event, given);
        all = List.copyOf(waiting.values());
    }

    private void wait(CommandId command, EntryHeader header, Event event, List<Money> given) {
        if (waiting.size() >= UnconfirmedCash.LISTED_MAX)
            waiting.remove(waiting.keySet().iterator().next());
        waiting.put(
                command,
                new UnconfirmedCash(
                        command, kind(event), header.businessDay(), header.operator(), given));
    }

    /** What of it another person is to confirm. */
    private static List<Money> given(Event event) {
        if (event instanceof CashMovement movement)
            return movement.twoSided() ? List.of(movement.amount()) : List.of();
        return event instanceof TillOpened opened ? opened.given() : List.of();
    }

    private static String kind(Event event) {
        return EventType.of(event).orElseThrow().name();
    }

    Optional<UnconfirmedCash> find(CommandId movement) {
        return Optional.ofNullable(waiting.get(movement));
    }

    /** The oldest first. */
    List<UnconfirmedCash> all() {
        return all;
    }

    /** What will wait once this is recorded. */
    static UnconfirmedCash of(EntryHeader header, CommandId command, Event event) {
        return new UnconfirmedCash(
                command, kind(event), header.businessDay(), header.operator(), given(event));
    }
}
