package io.tidemark.fog.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryStore;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.event.CashConfirmed;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.money.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the checklist of a day says of cash, entry by entry. */
class DayIndexTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-16");
    private static final Money FIVE = new Money(500, LaboratoryStore.GBP);

    private final DayIndex index = new DayIndex();
    private long sequence;

    @Test
    void cash_waits_for_a_second_person_until_one_confirmed_it() {
        CommandId pickup = recorded(MONDAY, pickup(true));
        CommandId opened = recorded(MONDAY, new TillOpened(List.of(FIVE), true));
        assertThat(unconfirmed(MONDAY)).isEqualTo(2);

        recorded(MONDAY, confirmed(pickup));
        assertThat(unconfirmed(MONDAY)).isEqualTo(1);
        recorded(MONDAY.plusDays(1), confirmed(opened));

        assertThat(unconfirmed(MONDAY)).as("also where it was confirmed a day later").isZero();
        assertThat(unconfirmed(MONDAY.plusDays(1))).isZero();
    }

    @Test
    void what_nobody_is_to_confirm_waits_for_nobody() {
        recorded(MONDAY, pickup(false));
        recorded(MONDAY, new TillOpened(List.of(new Money(0, LaboratoryStore.GBP)), true));

        assertThat(unconfirmed(MONDAY)).isZero();
    }

    @Test
    void a_movement_of_an_earlier_journal_that_is_confirmed_in_this_one_is_known_here() {
        CommandId before = new CommandId(UUID.randomUUID());
        CommandId waits = recorded(MONDAY, pickup(true));
        recorded(MONDAY, confirmed(before));

        assertThat(index.tellsOfCash(before)).isTrue();
        assertThat(index.unconfirmedCash(MONDAY)).containsExactly(waits);
        assertThat(index.unconfirmedCash(MONDAY.plusDays(1))).isEmpty();
        assertThat(index.tellsOfCash(new CommandId(UUID.randomUUID()))).isFalse();
    }

    private int unconfirmed(LocalDate day) {
        return index.day(day).map(DaySpan::unconfirmed).orElse(0);
    }

    private static CashMovement pickup(boolean twoSided) {
        return new CashMovement(CashMovement.Kind.PICKUP, FIVE, "safe", List.of(), twoSided);
    }

    private static CashConfirmed confirmed(CommandId movement) {
        return new CashConfirmed(
                movement,
                "CASH_PICKED_UP",
                false,
                List.of(new CashConfirmed.Confirmed(FIVE, FIVE)),
                "7",
                "");
    }

    private CommandId recorded(LocalDate day, Event event) {
        CommandId command = new CommandId(UUID.randomUUID());
        EventType type = EventType.of(event).orElseThrow();
        EntryHeader header =
                new EntryHeader(
                        type.code(),
                        type.critical(),
                        command,
                        1,
                        "W1",
                        "Ada",
                        1,
                        day,
                        OffsetDateTime.parse("2026-11-16T09:00:00Z"),
                        0,
                        0,
                        1);
        index.accept(++sequence, EntryCodec.encode(new Entry(header, event)));
        return command;
    }
}
