package io.tidemark.fog.closedown;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.ledger.event.CloseDownAuthorised;
import io.tidemark.ledger.event.StoreDayClosed;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device is left out of a close-down, as somebody allows. */
class ClosingByAuthorityTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Authority SUE =
            new Authority("21", "Sue Hart", "supervisor", "its disk is broken");

    private final LaboratoryStore store = new LaboratoryStore("till-1", "till-2");
    @AutoClose private LaboratoryGateway gateway;

    ClosingByAuthorityTest(@TempDir Path directory) {
        gateway = new LaboratoryGateway(store, directory, DAY);
    }

    @Test
    void a_person_can_close_without_a_device_by_name_and_the_status_says_so() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
        gateway.receives(store.till("till-2").opens(DAY).sells("1.00"));

        StoreDayClosed z = closed("till-2");

        assertThat(z.status()).isEqualTo("closed without: till-2, last mark 3");
        assertThat(z.totals().transactions()).isEqualTo(2);
    }

    @Test
    void a_device_is_left_out_only_if_somebody_with_the_authority_allows_it() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
        gateway.receives(store.till("till-2").opens(DAY).sells("1.00"));

        Outcome refused = closes(Optional.empty(), "till-2");

        assertThat(refused).isEqualTo(new Outcome.AuthorityNeeded(List.of("till-2")));
        assertThat(gateway.storeJournal.journal().head().sequence()).isZero();
        StoreDayClosed z = closed("till-2");
        assertThat(gateway.storeJournal.state().authority(z))
                .contains(
                        new CloseDownAuthorised(
                                DAY,
                                0,
                                List.of("till-2"),
                                "21",
                                "Sue Hart",
                                "supervisor",
                                "its disk is broken"));
    }

    @Test
    void who_allowed_it_is_known_after_a_restart_and_stands_before_the_close_down() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50"));
        StoreDayClosed z = closed("till-1", "till-2");
        gateway = gateway.reopened();

        assertThat(gateway.storeJournal.state().authority(z)).isPresent();
        assertThat(gateway.storeJournal.stateAt(1).authority(z)).isPresent();
        assertThat(gateway.storeJournal.stateAt(1).history().closed()).isEmpty();
    }

    @Test
    void an_authority_whose_close_down_never_came_is_not_shown_on_the_one_that_did() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
        LaboratoryTill two = store.till("till-2").opens(DAY).sells("1.00");
        gateway.receives(two);
        allowed("till-2", "Bob");
        StoreDayClosed z = closed("till-2");

        assertThat(gateway.storeJournal.state().authority(z))
                .map(CloseDownAuthorised::name)
                .contains("Sue Hart");
        gateway.receives(two.sells("7.00").closesDay());
        allowed("till-2", "Bob");
        StoreDayClosed supplement = gateway.closed(DAY);
        assertThat(supplement.without()).isEmpty();
        assertThat(gateway.storeJournal.state().authority(supplement)).isEmpty();
    }

    @Test
    void nobodys_authority_is_recorded_where_nothing_is_left_out() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50").closesDay());
        gateway.receives(store.till("till-2").opens(DAY).sells("1.00").closesDay());

        StoreDayClosed z = closed("till-2");

        assertThat(z.isComplete()).isTrue();
        assertThat(gateway.storeJournal.state().authorised()).isEmpty();
    }

    /** As a power cut leaves it: with no close-down after it. */
    private void allowed(String device, String name) {
        int supplement = gateway.storeJournal.state().history().closed().size();
        var authority =
                new CloseDownAuthorised(
                        DAY, supplement, List.of(device), "22", name, "supervisor", "it is gone");
        gateway.stepped(
                gateway.writer.submit(group -> {
                    gateway.storeJournal.append(
                            DAY, new StoreJournal.Asked(null, 0, "Ann"), authority, group);
                    return true;
                }));
    }

    /** As Sue allows it. */
    private StoreDayClosed closed(String... without) {
        Outcome outcome = closes(Optional.of(SUE), without);
        assertThat(outcome).isInstanceOf(Outcome.Closed.class);
        return ((Outcome.Closed) outcome).filed().closed();
    }

    private Outcome closes(Optional<Authority> authority, String... without) {
        return gateway.stepped(gateway.closing.close(gateway.wish(DAY, authority, without)));
    }
}
