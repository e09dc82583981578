package io.tidemark.fog.closedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.intake.DaySpan;
import io.tidemark.fog.intake.DeviceDays;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.closedown.DeviceDayFold;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gateway's memory says of where a day stands is wrong, for both computations. */
class BytesOnDiskTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final StoreHistory NONE = StoreHistory.none(LaboratoryStore.GBP);

    @TempDir private Path directory;
    private final LaboratoryStore store = new LaboratoryStore("till-1");
    private final LaboratoryTill till = store.till("till-1");
    private final AtomicLong read = new AtomicLong();
    @AutoClose private LaboratoryGateway gateway;

    @BeforeEach
    void open() {
        gateway = new LaboratoryGateway(store, directory, DAY.plusDays(7));
    }

    @Test
    void an_entry_of_the_day_after_the_last_that_was_known_is_found() {
        gateway.receives(till.opens(DAY).sells("2.50").closesDay());
        DaySpan known = journal().day(DAY).orElseThrow();
        StoreDayClosed z = gateway.closed(DAY);
        gateway.receives(till.opens(DAY.plusDays(1)).late(DAY, "7.00"));

        assertThat(again(z, Optional::of)).isEmpty();
        assertThatThrownBy(() -> again(z, _ -> Optional.of(known)))
                .isInstanceOf(BytesOnDisk.NotAsSigned.class)
                .hasMessage(
                        "entry 7 of journal s001.till-1.1 is of 2026-11-20, which nobody knew when"
                                + " it was closed");
    }

    @Test
    void what_is_on_the_disk_and_not_known_yet_is_no_contradiction() {
        gateway.receives(till.opens(DAY).sells("2.50").closesDay());
        DaySpan known = journal().day(DAY).orElseThrow();
        StoreDayClosed z = gateway.closed(DAY);
        gateway.receives(till.opens(DAY.plusDays(1)).late(DAY, "7.00"));

        assertThat(again(z, new Known(journal(), _ -> Optional.of(known), 6), false)).isEmpty();
    }

    @Test
    void of_a_day_that_was_sent_only_what_was_taken_in_is_read_again() {
        gateway.receives(till.opens(DAY).sells("2.50").closesDay());
        StoreDayClosed z = gateway.closed(DAY);
        gateway.seals();
        gateway.receives(till.opens(DAY.plusDays(1)).sells("1.00").sells("1.00").closesDay());
        Known journal = new Known(journal(), Optional::of, Long.MAX_VALUE);

        assertThat(again(z, journal, true)).isEmpty();
        assertThat(read.getAndSet(0)).isEqualTo(4);
        assertThat(again(z, journal, false)).isEmpty();
        assertThat(read.get()).isEqualTo(9);
    }

    @Test
    void an_entry_of_the_day_before_the_first_that_was_known_is_found() {
        gateway.receives(till.opens(DAY.minusDays(1)).closesDay());
        gateway.receives(till.opens(DAY).sells("2.50").closesDay());
        DaySpan whole = journal().day(DAY).orElseThrow();
        DaySpan late =
                new DaySpan(
                        whole.first() + 1,
                        whole.last(),
                        true,
                        whole.closedAt(),
                        whole.zNumber(),
                        0,
                        Optional.empty());
        DeviceDayFold fold =
                new DeviceDayFold(
                        journal().id(), journal().workstation(), DAY, 0, LaboratoryStore.GBP);
        journal().journal().replay(late.first(), fold);
        StoreDayClosed z = CloseDown.fold(DAY, NONE, List.of(fold), 0).closed();

        assertThatThrownBy(() -> again(z, _ -> Optional.of(late)))
                .isInstanceOf(BytesOnDisk.NotAsSigned.class)
                .hasMessageStartingWith("entry " + whole.first() + " of journal s001.till-1.1");
    }

    @Test
    void a_day_that_was_not_known_at_all_is_found_in_a_till_that_was_idle() {
        gateway.receives(till.opens(DAY).sells("2.50"));
        DeviceDayFold nothing =
                new DeviceDayFold(
                        journal().id(), journal().workstation(), DAY, 0, LaboratoryStore.GBP);
        nothing.reached(3);
        StoreDayClosed z = CloseDown.fold(DAY, NONE, List.of(nothing), 0).closed();

        assertThatThrownBy(() -> again(z, _ -> Optional.empty()))
                .isInstanceOf(BytesOnDisk.NotAsSigned.class)
                .hasMessageStartingWith("entry 1 of journal s001.till-1.1 is of 2026-11-20");
    }

    private Optional<Refold.Difference> again(
            StoreDayClosed z, Function<DaySpan, Optional<DaySpan>> known) {
        return again(z, new Known(journal(), known, Long.MAX_VALUE), false);
    }

    private Optional<Refold.Difference> again(StoreDayClosed z, Known known, boolean partsAlone) {
        BytesOnDisk.Files files =
                new BytesOnDisk.Files(
                        store.journalKey(),
                        id -> FileStorage.toRead(directory.resolve("journal/" + id.label())),
                        store.roster()::verifier);
        return new Refold(List.of(known), new BytesOnDisk(files, partsAlone, read::incrementAndGet))
                .difference(z, NONE);
    }

    private DeviceDays journal() {
        return gateway.journals.all().getFirst();
    }

    /**
     * @param end how far it is known
     */
    private record Known(DeviceDays all, Function<DaySpan, Optional<DaySpan>> known, long end)
            implements DeviceDays {
        @Override
        public DeviceJournal.Reach reach(LocalDate day) {
            return new DeviceJournal.Reach(end, day(day));
        }

        @Override
        public Optional<DaySpan> day(LocalDate day) {
            return all.day(day).flatMap(known);
        }

        @Override
        public NodeName device() {
            return all.device();
        }

        @Override
        public String workstation() {
            return all.workstation();
        }

        @Override
        public boolean opensByItself() {
            return all.opensByItself();
        }

        @Override
        public JournalId id() {
            return all.id();
        }

        @Override
        public Head received() {
            return all.received();
        }

        @Override
        public Optional<JournalContinued> continues() {
            return all.continues();
        }

        @Override
        public Journal journal() {
            return all.journal();
        }
    }
}
