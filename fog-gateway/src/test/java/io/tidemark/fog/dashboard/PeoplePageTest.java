package io.tidemark.fog.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class PeoplePageTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Test
    void a_long_day_is_cut_with_a_word_and_the_way_to_the_rest() {
        assertThat(PeoplePage.leftOut(Collections.nCopies(7_200, ""), DAY, "people"))
                .isEqualTo("The first 500 of 7,200: the rest is at /api/v1/days/2026-11-20/people");
    }

    @Test
    void a_day_that_is_shown_whole_says_nothing_of_it() {
        assertThat(PeoplePage.leftOut(Collections.nCopies(500, ""), DAY, "people")).isEmpty();
    }
}
