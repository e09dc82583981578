package io.tidemark.fog.closedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.store.Prepared;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.fog.watch.Alert;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.closedown.DeviceDayFold;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.ExchangeRefused;
import io.tidemark.ledger.event.GrandTotals;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.telemetry.FleetReport;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.loop.Rest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecomputingTest {
    private static final StoreHistory NOTHING_BEFORE = StoreHistory.none(LaboratoryStore.GBP);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-27T18:00:00Z"), ZoneOffset.UTC);
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir private Path directory;
    private final LaboratoryStore store = new LaboratoryStore("till-1", "till-2");
    private final AtomicInteger agreed = new AtomicInteger();
    private final LaboratoryTill one = store.till("till-1");
    private final LaboratoryTill two = store.till("till-2");
    private LaboratoryGateway gateway;
    private Recomputing recomputing;

    @BeforeEach
    void open() {
        gateway = new LaboratoryGateway(store, directory, CLOCK);
        recomputing = recomputing(0);
    }

    @AfterEach
    void close() {
        recomputing.close();
        gateway.close();
    }

    @Test
    void a_close_down_waits_until_the_journals_bytes_gave_the_same() {
        sellsAtBothTills(DAY);
        StoreDayClosed z = gateway.closed(DAY);

        assertThat(recomputing.sendable()).isZero();
        run();
        await().atMost(SOON).until(() -> agreed.get() == 1);

        assertThat(recomputing.sendable()).isEqualTo(last());
        assertThat(sealing(z).state()).isEqualTo(Sealing.State.AGREED);
        assertThat(sealing(z).percent()).isEqualTo(100);
        assertThat(sealing(z).entries()).isEqualTo(9);
        assertThat(sealing(z).read()).isEqualTo(9);
        assertThat(gateway.alerts.standing()).isEmpty();
    }

    @Test
    void supplements_and_days_left_open_at_a_till_are_borne_out_as_well() {
        gateway.receives(one.opens(DAY).sells("2.50").closesDay());
        gateway.receives(two.opens(DAY).sells("1.00"));
        gateway.closed(DAY, "till-2");
        gateway.receives(two.sells("7.00").closesDay());
        gateway.closed(DAY);
        sellsAtBothTills(DAY.plusDays(1));
        gateway.closed(DAY.plusDays(1));

        run();
        await().atMost(SOON).until(() -> agreed.get() == 3);

        assertThat(recomputing.sendable()).isEqualTo(last());
        assertThat(recomputing.all())
                .extracting(Sealing::label)
                .containsExactly(
                        "Z 1 of 2026-11-20",
                        "Z 1 of 2026-11-20, supplement 1",
                        "Z 2 of 2026-11-21");
    }

    @Test
    void one_flipped_byte_anywhere_in_the_days_journal_stops_it_and_names_the_entry()
            throws IOException {
        sellsAtBothTills(DAY);
        gateway.closed(DAY);
        Path segment = segment("till-1");
        byte[] whole = Files.readAllBytes(segment);
        int end = written(whole);

        for (int at = 0; at < end; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << at % 8);
            Files.write(segment, flipped);
            Recomputing fresh = recomputing(0);

            compute(fresh);

            assertThat(fresh.sendable()).as("byte %d", at).isZero();
            assertThat(fresh.all().getFirst().state()).isEqualTo(Sealing.State.STOPPED);
            assertThat(fresh.all().getFirst().differences().getFirst()).contains("till-1");
        }
    }

    @Test
    void files_that_are_lost_older_or_anothers_stop_it_and_name_the_journal() throws IOException {
        Path journal = directory.resolve("journal/s001.till-1.1");
        gateway.receives(one.opens(DAY).sells("2.50"));
        Path older = copied(journal, directory.resolve("older"));
        gateway.receives(one.sells("7.00").closesDay());
        gateway.receives(two.opens(DAY).sells("1.00").closesDay());
        gateway.closed(DAY);
        Path whole = copied(journal, directory.resolve("whole"));

        Files.move(journal, directory.resolve("away"));
        assertStopped("nothing");
        Files.move(directory.resolve("away"), journal);
        overwritten(journal, older);
        assertStopped("an older copy");
        overwritten(journal, directory.resolve("journal/s001.till-2.1"));
        assertStopped("another till's");
        overwritten(journal, whole);
        compute(recomputing);
        assertThat(recomputing.sendable()).isEqualTo(last());
    }

    private void assertStopped(String with) {
        Recomputing fresh = recomputing(0);
        compute(fresh);
        assertThat(fresh.sendable()).as(with).isZero();
        assertThat(fresh.all().getFirst().differences().getFirst()).contains("s001.till-1.1");
    }

    @Test
    void a_gateway_whose_disk_was_put_back_says_what_its_close_downs_had_taken_in()
            throws IOException {
        Path journal = directory.resolve("journal/s001.till-1.1");
        gateway.receives(one.opens(DAY).sells("2.50"));
        Path older = copied(journal, directory.resolve("older"));
        gateway.receives(one.sells("7.00").closesDay());
        gateway.receives(two.opens(DAY).sells("1.00").closesDay());
        gateway.closed(DAY);
        gateway.receives(two.sells("3.00"));
        assertThat(gateway.closed(DAY).supplement()).isEqualTo(1);
        gateway.close();
        overwritten(journal, older);
        Files.delete(directory.resolve("marks/s001.till-1.1.mark"));

        gateway = new LaboratoryGateway(store, directory, CLOCK);

        assertThat(new Refold(gateway.journals.all()).differences(gateway.storeJournal.state()))
                .extracting(Refold.Difference::text)
                .containsExactly(
                        "Z 1 of 2026-11-20 says entries up to 5 of journal s001.till-1.1, which ends"
                                + " at 3 here",
                        "Z 1 of 2026-11-20, supplement 1 says entries up to 5 of journal"
                                + " s001.till-1.1, which ends at 3 here");
    }

    private static Path copied(Path journal, Path to) throws IOException {
        Files.createDirectories(to);
        overwritten(to, journal);
        return to;
    }

    /** In the same files, which the gateway has open. */
    private static void overwritten(Path journal, Path by) throws IOException {
        for (String file : List.of("forced", "segment-000001.tmj"))
            Files.write(journal.resolve(file), Files.readAllBytes(by.resolve(file)));
    }

    @Test
    void what_was_tampered_with_goes_up_once_it_was_put_right() throws IOException {
        sellsAtBothTills(DAY);
        StoreDayClosed z = gateway.closed(DAY);
        Path segment = segment("till-1");
        byte[] whole = Files.readAllBytes(segment);
        byte[] flipped = whole.clone();
        flipped[written(whole) / 2] ^= 1;
        Files.write(segment, flipped);

        compute(recomputing);

        assertThat(recomputing.sendable()).isZero();
        assertThat(gateway.alerts.standing())
                .extracting(Alert::kind)
                .containsExactly(Alert.Kind.CLOSE_DOWN_DIFFERS);
        assertThat(gateway.alerts.standing().getFirst().text())
                .startsWith("it is not sent to head office, nor what was recorded after it:")
                .contains("till-1")
                .contains("./tidemark verify DIR");
        Files.write(segment, whole);
        compute(recomputing);
        assertThat(recomputing.sendable()).isEqualTo(last());
        assertThat(sealing(z).state()).isEqualTo(Sealing.State.AGREED);
        assertThat(gateway.alerts.standing()).isEmpty();
    }

    @Test
    void a_recomputation_that_differs_says_in_which_figures() {
        sellsAtBothTills(DAY);
        StoreDayClosed z = gateway.closed(DAY);
        gateway.close();
        gateway = new LaboratoryGateway(store, directory.resolve("other"), CLOCK);
        gateway.receives(one);
        gateway.receives(store.till("till-2").opens(DAY).sells("1.00").sells("1.50").closesDay());

        Refold.Difference found =
                new Refold(gateway.journals.all())
                        .difference(z, StoreHistory.none(LaboratoryStore.GBP))
                        .orElseThrow();

        assertThat(found.text())
                .startsWith("Z 1 of 2026-11-20 says tills › till-2 › head: ")
                .contains(
                        "; totals › tenders › CASH › taken: 9.00 GBP, where the journals give 10.00 GBP");
    }

    @Test
    void a_close_down_with_one_other_figure_is_stopped_told_and_found_by_whoever_verifies() {
        sellsAtBothTills(DAY);
        StoreHistory none = StoreHistory.none(LaboratoryStore.GBP);
        CloseDown.Folded folded =
                CloseDown.fold(
                        DAY,
                        none,
                        new DayFolds(DAY, none, gateway.columns).of(gateway.journals, Map.of()),
                        0);
        StoreDayClosed right = folded.closed();
        GrandTotals more =
                new GrandTotals(
                        right.grand().sales().plus(new Money(1, LaboratoryStore.GBP)),
                        right.grand().returns());
        records(
                new CloseDown.Folded(
                        right.with(Objects.requireNonNull(right.details()), more),
                        folded.figures(),
                        folded.stock()));

        compute(recomputing);

        String told = "grand › sales: 9.01 GBP, where the journals give 9.00 GBP";
        assertThat(recomputing.sendable()).isZero();
        assertThat(recomputing.all().getFirst().state()).isEqualTo(Sealing.State.STOPPED);
        assertThat(recomputing.all().getFirst().differences()).containsExactly(told);
        assertThat(gateway.alerts.standing().getFirst().text()).contains("grand › sales");
        assertThat(new Refold(gateway.journals.all()).differences(gateway.storeJournal.state()))
                .extracting(Refold.Difference::text)
                .containsExactly("Z 1 of 2026-11-20 says " + told);
    }

    private void records(CloseDown.Folded folded) {
        StoreJournal.Asked asked =
                new StoreJournal.Asked(new CommandId(UUID.randomUUID()), 0, "Ann");
        gateway.stepped(
                gateway.writer.submit(group -> {
                    Prepared ready = gateway.storeJournal.prepare(asked, folded, Optional.empty());
                    gateway.storeJournal.close((Prepared.Ready) ready, group);
                    return true;
                }));
    }

    @Test
    void what_was_borne_out_is_not_computed_again_after_a_restart() {
        sellsAtBothTills(DAY);
        gateway.closed(DAY);
        compute(recomputing);
        sellsAtBothTills(DAY.plusDays(1));
        gateway.closed(DAY.plusDays(1));

        Recomputing restarted = recomputing(0);
        compute(restarted);

        assertThat(restarted.sendable()).isEqualTo(last());
        assertThat(restarted.all()).extracting(Sealing::label).containsExactly("Z 2 of 2026-11-21");
    }

    @Test
    void a_note_that_is_lost_or_of_another_journal_has_all_computed_again() throws IOException {
        sellsAtBothTills(DAY);
        gateway.closed(DAY);
        compute(recomputing);
        Path note = directory.resolve("notes/s001.gateway.1.borne-out");
        String told = Files.readString(note);

        for (String other :
                List.of(
                        "",
                        "3",
                        told.replace(' ', '0'),
                        told.replaceAll("[0-9a-f]\n", "!"),
                        "9" + told)) {
            Files.writeString(note, other);

            assertThat(recomputing(0).sendable()).as(other).isZero();
        }
        Files.writeString(note, told);
        assertThat(recomputing(0).sendable()).isEqualTo(last());
    }

    @Test
    void what_head_office_has_by_another_way_is_computed_last_and_told_where_it_differs()
            throws IOException {
        sellsAtBothTills(DAY);
        StoreDayClosed carried = gateway.closed(DAY);
        long marked = last();
        gateway.seals();
        sellsAtBothTills(DAY.plusDays(1));
        StoreDayClosed waits = gateway.closed(DAY.plusDays(1));
        Path segment = segment("till-1");
        byte[] whole = Files.readAllBytes(segment);
        byte[] flipped = whole.clone();
        flipped[written(whole) / 2] ^= 1;
        Files.write(segment, flipped);
        Recomputing restarted = recomputing(marked);
        assertThat(restarted.sendable()).isGreaterThanOrEqualTo(marked).isLessThan(last());

        assertThat(restarted.turn()).isEqualTo(Rest.NONE);
        assertThat(restarted.all()).extracting(Sealing::label).containsExactly("Z 2 of 2026-11-21");
        compute(restarted);

        assertThat(restarted.sendable()).isEqualTo(last());
        assertThat(restarted.of(waits).orElseThrow().state()).isEqualTo(Sealing.State.AGREED);
        assertThat(restarted.of(carried).orElseThrow().state()).isEqualTo(Sealing.State.STOPPED);
        assertThat(gateway.alerts.standing().getFirst().text())
                .startsWith("head office has it already, and counts by it: journal s001.till-1.1");
        FleetReport.Differing told = restarted.differing().getFirst();
        assertThat(told.day()).isEqualTo(DAY);
        assertThat(told.isSent()).isTrue();
        assertThat(told.words()).startsWith("journal s001.till-1.1 is damaged at entry ");
        Files.write(segment, whole);
        compute(restarted);
        assertThat(gateway.alerts.standing()).isEmpty();
        assertThat(restarted.differing()).isEmpty();
        assertThat(recomputing(0).sendable()).isEqualTo(last());
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
                gateway.journals.all().stream().map(RecomputingTest::byRulesOfThen).toList();
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

    @Test
    void a_journal_rewritten_by_who_has_the_disks_key_and_not_the_tills_stops_it()
            throws IOException {
        sellsAtBothTills(DAY);
        gateway.closed(DAY);
        LaboratoryStore forger = new LaboratoryStore("till-1", "till-2");
        try (LaboratoryGateway forged =
                new LaboratoryGateway(forger, directory.resolve("forged"), CLOCK)) {
            forged.receives(forger.till("till-1").opens(DAY).sells("2.50").closesDay());
            for (String file : List.of("forced", "segment-000001.tmj"))
                Files.write(
                        directory.resolve("journal/s001.till-1.1").resolve(file),
                        Files.readAllBytes(
                                directory.resolve("forged/journal/s001.till-1.1").resolve(file)));
        }

        compute(recomputing);

        assertThat(recomputing.sendable()).isZero();
        assertThat(recomputing.all().getFirst().differences())
                .containsExactly(
                        "the head at entry 4 of journal s001.till-1.1 is not signed with its"
                                + " device's key");
    }

    private void run() {
        recomputing.start(agreed::incrementAndGet, why -> gateway.broken.add(why));
    }

    private static void compute(Recomputing recomputing) {
        while (recomputing.turn().equals(Rest.NONE)) {}
    }

    private void sellsAtBothTills(LocalDate day) {
        gateway.receives(one.opens(day).sells("2.50").closesDay());
        gateway.receives(two.opens(day).sells("1.00").sells("1.00").closesDay());
    }

    private Sealing sealing(StoreDayClosed closed) {
        return recomputing.of(closed).orElseThrow();
    }

    private long last() {
        return gateway.storeJournal.journal().forced().sequence();
    }

    /** The room that is allocated ahead is no part of the journal. */
    private static int written(byte[] segment) {
        int end = segment.length;
        while (segment[end - 1] == 0) end--;
        return end;
    }

    private Path segment(String till) {
        return directory.resolve("journal/s001." + till + ".1/segment-000001.tmj");
    }

    private Recomputing recomputing(long marked) {
        return new Recomputing(
                gateway.storeJournal,
                gateway.journals::all,
                new BytesOnDisk.Files(
                        store.journalKey(),
                        id -> FileStorage.toRead(directory.resolve("journal/" + id.label())),
                        store.roster()::verifier),
                new Recomputing.Before(
                        marked,
                        new BorneOutNote(
                                directory.resolve("notes"),
                                new KeptFiles(gateway.broken::add),
                                gateway.storeJournal.journal())),
                new Recomputing.Shown(gateway.alerts, gateway.changes));
    }
}
