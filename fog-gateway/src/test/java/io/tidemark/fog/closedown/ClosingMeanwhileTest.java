package io.tidemark.fog.closedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.ledger.event.CloseDownAuthorised;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.masterdata.Exchange;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tills go on sending after the checklist was gone through and before the day is added up. */
class ClosingMeanwhileTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Authority SUE =
            new Authority("21", "Sue Hart", "supervisor", "its disk is broken");

    private final LaboratoryStore store = new LaboratoryStore("till-1", "till-2");
    private final LaboratoryTill one = store.till("till-1");
    private final LaboratoryTill two = store.till("till-2");
    @AutoClose private final LaboratoryGateway gateway;

    ClosingMeanwhileTest(@TempDir Path directory) {
        gateway = new LaboratoryGateway(store, directory, DAY);
    }

    @BeforeEach
    void aTillHasEndedItsDay() {
        gateway.receives(one.opens(DAY).sells("2.50").closesDay());
    }

    @Test
    void a_till_that_is_opened_again_is_not_left_out_by_nobody() {
        gateway.receives(two.opens(DAY).sells("1.00").closesDay());
        meanwhile(() -> gateway.receives(two.opens(DAY).sells("7.00")));

        Outcome outcome = closes(Optional.empty());

        assertThat(((Outcome.Blocked) outcome).blockers())
                .extracting(Blocker::kind, Blocker::device)
                .startsWith(tuple(Blocker.Kind.TILL_DAY_NOT_CLOSED, "till-2"));
        assertNothingIsRecorded();
    }

    @Test
    void one_that_may_be_left_out_and_is_opened_again_is_named_with_who_allowed_it() {
        gateway.receives(two.opens(DAY).sells("1.00").closesDay());
        meanwhile(() -> gateway.receives(two.opens(DAY).sells("7.00")));

        StoreDayClosed z = closed(closes(Optional.of(SUE), "till-2"));

        assertThat(z.status()).startsWith("closed without: till-2");
        assertThat(z.totals().gross().minor()).isEqualTo(2 * (250 + 100 + 700));
        assertThat(gateway.storeJournal.state().authority(z))
                .map(CloseDownAuthorised::without)
                .contains(List.of("till-2"));
    }

    @Test
    void one_that_was_opened_and_closed_again_by_the_time_it_is_looked_at_is_complete() {
        gateway.receives(two.opens(DAY).sells("1.00").closesDay());
        meanwhile(() -> gateway.receives(two.opens(DAY).sells("7.00").closesDay()));

        assertThat(closed(closes(Optional.empty())).isComplete()).isTrue();
        assertThat(gateway.storeJournal.state().authorised()).isEmpty();
    }

    @Test
    void nobodys_authority_is_recorded_where_the_till_has_closed_by_then() {
        gateway.receives(two.opens(DAY).sells("1.00"));
        meanwhile(() -> gateway.receives(two.sells("3.00").closesDay()));

        StoreDayClosed z = closed(closes(Optional.of(SUE), "till-2"));

        assertThat(z.isComplete()).isTrue();
        assertThat(z.totals().transactions()).isEqualTo(3);
        assertThat(gateway.storeJournal.state().authorised()).isEmpty();
    }

    @Test
    void a_refused_close_down_can_be_asked_for_again_by_the_same_command() {
        gateway.receives(two.opens(DAY).sells("1.00").closesDay());
        CloseDay wish = wish(Optional.empty());
        meanwhile(() -> gateway.receives(two.opens(DAY).sells("7.00")));
        gateway.stepped(gateway.closing.close(wish));
        gateway.receives(two.closesDay());

        StoreDayClosed z = closed(gateway.stepped(gateway.closing.close(wish)));

        assertThat(z.isComplete()).isTrue();
        assertThat(z.totals().transactions()).isEqualTo(3);
    }

    /** Once, when the next day is closed. */
    private void meanwhile(Runnable happens) {
        gateway.exchange.set(() -> {
            gateway.exchange.set(() -> Exchange.NONE);
            happens.run();
            return Exchange.NONE;
        });
    }

    private void assertNothingIsRecorded() {
        assertThat(gateway.storeJournal.journal().head().sequence()).isZero();
    }

    private Outcome closes(Optional<Authority> authority, String... without) {
        return gateway.stepped(gateway.closing.close(wish(authority, without)));
    }

    private CloseDay wish(Optional<Authority> authority, String... without) {
        return gateway.wish(DAY, authority, without);
    }

    private static StoreDayClosed closed(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Closed.class);
        return ((Outcome.Closed) outcome).filed().closed();
    }
}
