package io.tidemark.ledger.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.journal.SegmentInfo;
import io.tidemark.ledger.retention.Settled.Day;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettledTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    @Test
    void closed_days_are_settled_as_far_as_the_archive_goes() {
        List<Day> days = List.of(new Day(1, 10, 10), new Day(11, 20, 20), new Day(21, 25, 0));

        assertThat(Settled.upTo(25, days)).isEqualTo(20);
        assertThat(Settled.upTo(20, days)).isEqualTo(20);
        assertThat(Settled.upTo(15, days)).as("half a day is none").isEqualTo(10);
        assertThat(Settled.upTo(0, days)).isZero();
    }

    @Test
    void a_day_that_is_not_closed_keeps_all_behind_it() {
        List<Day> days = List.of(new Day(1, 10, 10), new Day(11, 20, 0), new Day(21, 30, 30));

        assertThat(Settled.upTo(30, days)).isEqualTo(10);
    }

    @Test
    void a_late_entry_that_waits_for_its_supplement_keeps_its_whole_day() {
        Day monday = new Day(1, 15, 10);
        Day tuesday = new Day(11, 20, 20);

        assertThat(Settled.upTo(20, List.of(monday, tuesday))).isZero();
        assertThat(Settled.upTo(20, List.of(new Day(1, 15, 15), tuesday))).isEqualTo(20);
    }

    @Test
    void a_late_entry_that_is_not_archived_yet_keeps_its_day_and_those_amid_it() {
        List<Day> days = List.of(new Day(1, 25, 25), new Day(11, 20, 20));

        assertThat(Settled.upTo(22, days)).isZero();
    }

    @Test
    void the_archive_goes_as_far_as_it_has_no_gap() {
        List<SegmentInfo> segments =
                List.of(
                        new SegmentInfo("1", 1, MONDAY, 1, 10, true, true),
                        new SegmentInfo("2", 2, MONDAY, 11, 20, true),
                        new SegmentInfo("3", 3, MONDAY, 21, 30, true),
                        new SegmentInfo("4", 4, MONDAY, 31, 40, false));

        assertThat(Settled.archivedUpTo(segments, segment -> true)).isEqualTo(30);
        assertThat(Settled.archivedUpTo(segments, segment -> segment.number() != 2)).isEqualTo(10);
        assertThat(Settled.archivedUpTo(segments.subList(1, 4), segment -> false)).isZero();
    }
}
