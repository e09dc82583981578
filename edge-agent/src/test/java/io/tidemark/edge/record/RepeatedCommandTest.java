package io.tidemark.edge.record;

import static io.tidemark.edge.record.TillAtWork.OPERATOR;
import static io.tidemark.edge.record.TillAtWork.line;
import static io.tidemark.edge.record.TillAtWork.newId;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.TenderType;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A command that comes again, and its number among the receipts. */
class RepeatedCommandTest {
    private final TillAtWork till = new TillAtWork();

    @Test
    void receipts_are_numbered_without_gaps_over_days_and_restarts() {
        till.open();
        till.recorded(till.smallSale());
        till.refused(till.sale(List.of(line("85123A", "1"))));
        till.recorded(till.smallSale());
        till.recorded(new Ask.CloseDay(newId(), OPERATOR));
        till.advance(Duration.ofDays(1));

        till.restarted().open();
        Entry next = till.recorded(till.smallSale()).getFirst();

        assertThat(next.header().receipt()).isEqualTo(3);
    }

    @Test
    void the_same_command_is_recorded_once_and_found_again_after_a_restart() {
        till.open();
        Ask.Sell sale = till.smallSale();
        till.recorded(sale);

        Decision again = till.restarted().decide(sale);

        assertThat(again)
                .isInstanceOf(Decision.Repeated.class)
                .isEqualTo(till.find(sale).orElseThrow());
        assertThat(till.view().lastReceipt()).isEqualTo(1);
    }

    @Test
    void a_command_of_two_entries_is_found_as_both() {
        Ask.OpenDay open = new Ask.OpenDay(newId(), OPERATOR, List.of());
        till.recorded(open);

        var found = (Decision.Repeated) till.restarted().find(open).orElseThrow();

        assertThat(found.recorded().first()).isEqualTo(1);
        assertThat(found.recorded().last()).isEqualTo(2);
    }

    @Test
    void an_id_with_another_body_is_a_conflict_also_after_a_restart() {
        till.open();
        Ask.Sell sale = till.smallSale();
        till.recorded(sale);

        Basket other =
                new Basket(
                        List.of(line("85123A", "2")),
                        List.of(till.tender(TenderType.CASH, 510)),
                        null);
        Decision decision = till.restarted().decide(new Ask.Sell(sale.id(), OPERATOR, other));

        assertThat(decision).isInstanceOf(Decision.Conflict.class);
    }

    @Test
    void the_id_of_a_till_z_with_another_body_is_a_conflict() {
        till.open();
        Ask.CloseDay close = new Ask.CloseDay(newId(), OPERATOR);
        till.recorded(close);

        Ask.Sell other = new Ask.Sell(close.id(), OPERATOR, till.smallSale().basket());

        assertThat(till.decide(other)).isInstanceOf(Decision.Conflict.class);
        assertThat(till.decide(close)).isInstanceOf(Decision.Repeated.class);
    }

    @Test
    void a_repeated_command_is_answered_even_when_the_day_is_closed_since() {
        till.open();
        Ask.Sell sale = till.smallSale();
        till.recorded(sale);
        till.recorded(new Ask.CloseDay(newId(), OPERATOR));

        assertThat(till.decide(sale)).isInstanceOf(Decision.Repeated.class);
    }

    @Test
    void prices_that_changed_since_do_not_make_a_repeated_command_another_one() {
        till.open();
        Ask.Sell sale = till.smallSale();
        till.recorded(sale);

        assertThat(till.decide(new Command(sale, List.of(), 8)))
                .isInstanceOf(Decision.Repeated.class);
    }

    @Test
    void the_oldest_commands_are_forgotten_first() {
        RecordedCommands commands = new RecordedCommands(2);
        till.open();
        List<Entry> entries =
                List.of(
                        till.recorded(till.smallSale()).getFirst(),
                        till.recorded(till.smallSale()).getFirst(),
                        till.recorded(till.smallSale()).getFirst());

        for (Entry entry : entries)
            commands.add(new TillAtWork().id, entry.header().receipt(), entry.header());

        assertThat(commands.find(idOf(entries.get(0)))).isEmpty();
        assertThat(commands.find(idOf(entries.get(2)))).isPresent();
    }

    private static CommandId idOf(Entry entry) {
        return Objects.requireNonNull(entry.header().command());
    }
}
