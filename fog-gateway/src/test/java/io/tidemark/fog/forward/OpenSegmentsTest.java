package io.tidemark.fog.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.ledger.journal.SegmentInfo;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenSegmentsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instant START = Instant.EPOCH;

    private final LaboratoryStore store = new LaboratoryStore("till-1");
    @AutoClose private final LaboratoryGateway gateway;
    private DeviceJournal journal;
    private boolean away;
    private OpenSegments open;

    OpenSegmentsTest(@TempDir Path directory) {
        gateway = new LaboratoryGateway(store, directory, DAY);
        journal = gateway.journals.all().getFirst();
        open =
                new OpenSegments(() ->
                        List.of(
                                new OpenSegments.Watched(
                                        journal.journal(),
                                        () -> away,
                                        () -> {
                                            gateway.lanes.closeSegment(journal);
                                            gateway.lane.step();
                                        })));
    }

    @Test
    void a_segment_whose_first_entry_has_waited_is_closed_for_the_archive() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50"));

        open.closeEarly(START);
        open.closeEarly(START.plus(OpenSegments.ARCHIVE_WAIT).minusSeconds(1));
        boolean before = isClosed();
        open.closeEarly(START.plus(OpenSegments.ARCHIVE_WAIT));

        assertThat(before).isFalse();
        assertThat(isClosed()).isTrue();
    }

    @Test
    void a_device_that_has_gone_leaves_nothing_open_for_long() {
        gateway.receives(store.till("till-1").opens(DAY).sells("2.50"));
        away = true;

        open.closeEarly(START);
        open.closeEarly(START.plus(OpenSegments.AWAY_WAIT));

        assertThat(isClosed()).isTrue();
    }

    @Test
    void what_comes_after_an_early_close_waits_its_own_time() {
        var till = store.till("till-1").opens(DAY);
        gateway.receives(till);
        open.closeEarly(START);
        Instant closed = START.plus(OpenSegments.ARCHIVE_WAIT);
        open.closeEarly(closed);

        gateway.receives(till.sells("2.50"));
        open.closeEarly(closed.plusSeconds(30));

        assertThat(journal.journal().segments())
                .extracting(SegmentInfo::closed)
                .containsExactly(true, false);
    }

    private boolean isClosed() {
        return journal.journal().segments().getLast().closed();
    }
}
