package io.tidemark.ledger.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.ledger.event.PrunedEntry.Pruning;
import io.tidemark.ledger.journal.SegmentInfo;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final LocalDate LATER = MONDAY.plusDays(36);
    private static final Retention RETENTION = new Retention(35);

    private final SegmentInfo monday = new SegmentInfo("1", 1, MONDAY, 1, 10, true);
    private final SegmentInfo tuesday = new SegmentInfo("2", 2, MONDAY.plusDays(1), 11, 20, true);
    private final SegmentInfo today = new SegmentInfo("3", 3, LATER, 21, 30, false);

    @Test
    void the_oldest_whole_segment_goes_when_it_is_released_and_old_enough() {
        assertThat(RETENTION.next(List.of(monday, tuesday, today), 20, LATER, LATER))
                .contains(new Retention.Due(monday, new Pruning(LATER, 35)));
        assertThat(
                        RETENTION.next(
                                List.of(monday, tuesday, today),
                                20,
                                MONDAY.plusDays(35),
                                MONDAY.plusDays(35)))
                .as("on its last day")
                .isEmpty();
    }

    @Test
    void one_day_is_not_old_enough_because_another_is() {
        SegmentInfo pruned = new SegmentInfo("1", 1, MONDAY, 1, 10, true, true);

        assertThat(RETENTION.next(List.of(pruned, tuesday, today), 20, LATER, LATER)).isEmpty();
        assertThat(
                        RETENTION.next(
                                List.of(pruned, tuesday, today),
                                20,
                                LATER.plusDays(1),
                                LATER.plusDays(1)))
                .isPresent();
    }

    @Test
    void nothing_goes_that_was_not_released() {
        assertThat(RETENTION.next(List.of(monday, tuesday, today), 9, LATER, LATER)).isEmpty();
    }

    @Test
    void neither_a_clock_alone_nor_a_closed_day_alone_makes_it_old() {
        List<SegmentInfo> segments = List.of(monday, tuesday, today);

        assertThat(RETENTION.next(segments, 20, LATER.plusYears(9), MONDAY)).isEmpty();
        assertThat(RETENTION.next(segments, 20, MONDAY, LATER.plusYears(9))).isEmpty();
    }

    @Test
    void the_last_segment_stays_closed_or_not() {
        assertThat(RETENTION.next(List.of(monday), 10, LATER, LATER)).isEmpty();
    }

    @Test
    void one_with_nothing_behind_it_but_a_segment_without_entries_stays() {
        SegmentInfo begun = new SegmentInfo("2", 2, LATER, 11, 10, false);

        assertThat(RETENTION.next(List.of(monday, begun), 10, LATER, LATER)).isEmpty();
    }

    @Test
    void for_ever_is_for_ever_and_less_than_a_month_is_refused() {
        assertThat(Retention.FOR_EVER.next(List.of(monday, today), 10, LATER, LATER)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Retention(29))
                .withMessageContaining("30 days or more");
    }
}
