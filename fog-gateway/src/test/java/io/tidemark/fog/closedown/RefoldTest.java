package io.tidemark.fog.closedown;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.closedown.DeviceDayFold;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.ExchangeRefused;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A close-down folded again: what differs, and by which rules. */
class RefoldTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final StoreHistory NOTHING_BEFORE = StoreHistory.none(LaboratoryStore.GBP);

    private final LaboratoryStore store = new LaboratoryStore("till-1", "till-2");
    private final LaboratoryTill one = store.till("till-1");
    private final LaboratoryTill two = store.till("till-2");
    private final Path directory;
    @AutoClose private final LaboratoryGateway gateway;

    RefoldTest(@TempDir Path directory) {
        this.directory = directory;
        gateway = new LaboratoryGateway(store, directory, DAY);
    }

    @Test
    void a_recomputation_that_differs_says_in_which_figures() {
        gateway.receives(one.opens(DAY).sells("2.50").closesDay());
        gateway.receives(two.opens(DAY).sells("1.00").sells("1.00").closesDay());
        StoreDayClosed z = gateway.closed(DAY);

        try (LaboratoryGateway other =
                new LaboratoryGateway(store, directory.resolve("other"), DAY)) {
            other.receives(one);
            other.receives(store.till("till-2").opens(DAY).sells("1.00").sells("1.50").closesDay());

            Refold.Difference found =
                    new Refold(other.journals.all()).difference(z, NOTHING_BEFORE).orElseThrow();

            assertThat(found.text())
                    .startsWith("Z 1 of 2026-11-20 says tills › till-2 › head: ")
                    .contains(
                            "; totals › tenders › CASH › taken: 9.00 GBP, where the journals give 10.00 GBP");
        }
    }

    @Test
    void a_close_down_by_older_rules_is_folded_again_by_them() {
        gateway.receives(one.opens(DAY).sells("2.50").counts("104.00").closesDay());
        gateway.receives(one.opens(DAY).sells("1.00").counts("101.00").closesDay());
        gateway.receives(two.opens(DAY).closesDay());
        StoreDayClosed now = gateway.closed(DAY);
        StoreDayClosed then = byRulesOfThen(now);

        assertThat(counted(then)).isNotNull().isNotEqualTo(counted(now));
        assertThat(new Refold(gateway.journals.all()).difference(then, NOTHING_BEFORE)).isEmpty();
    }

    /** A gateway of those rules stored both, and did not understand them. */
    @Test
    void a_close_down_by_older_rules_knows_no_refused_exchange_and_no_cost_of_a_float() {
        Money dollars = new Money(1_000_00, new CurrencyCode("USD"));
        gateway.receives(
                one.opens(DAY)
                        .record(
                                new CashMovement(CashMovement.Kind.FLOAT_PROVIDED, dollars, "")
                                        .costing(new Money(750_00, LaboratoryStore.GBP)))
                        .record(new ExchangeRefused(dollars))
                        .closesDay());
        gateway.receives(two.opens(DAY).closesDay());
        StoreDayClosed now = gateway.closed(DAY);
        StoreDayClosed then = byRulesOfThen(now);

        assertThat(now.totals().exchange()).hasSize(1);
        assertThat(now.totals().tally(Tally.EXCHANGE_REFUSED).count()).isEqualTo(1);
        assertThat(then.totals().exchange()).isEmpty();
        assertThat(then.totals().tally(Tally.EXCHANGE_REFUSED).count()).isZero();
        assertThat(then.totals().tenders()).isEqualTo(now.totals().tenders());
        assertThat(new Refold(gateway.journals.all()).difference(then, NOTHING_BEFORE)).isEmpty();
    }

    private StoreDayClosed byRulesOfThen(StoreDayClosed now) {
        StoreDayClosed rules =
                new StoreDayClosed(
                        DAY, 1, 0, 3, 0, List.of(), now.tills(), now.totals(), now.grand());
        List<DeviceDayFold> folds =
                gateway.journals.all().stream().map(RefoldTest::byRulesOfThen).toList();
        return CloseDown.again(rules, NOTHING_BEFORE, folds).closed();
    }

    private static @Nullable Money counted(StoreDayClosed closed) {
        return closed.tills().getFirst().totals().tenders().getFirst().counted();
    }

    private static DeviceDayFold byRulesOfThen(DeviceJournal journal) {
        DeviceDayFold fold =
                new DeviceDayFold(journal.id(), journal.workstation(), DAY, 0, LaboratoryStore.GBP)
                        .byRules(3);
        journal.replay(1, fold);
        return fold;
    }
}
