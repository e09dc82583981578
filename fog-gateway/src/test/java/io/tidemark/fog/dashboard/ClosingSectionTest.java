package io.tidemark.fog.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.closedown.Checklist;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The dashboard's part about the close-down, as it is sent to whoever looks. */
class ClosingSectionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Test
    void while_a_day_is_being_closed_a_bar_moves_and_says_for_how_long() {
        assertThat(html(closing(Checklist.State.READY, Optional.of("1.4 s"), List.of())))
                .contains("The day is being closed, for 1.4 s now <progress aria-label=");
        assertThat(html(closing(Checklist.State.READY, Optional.empty(), List.of())))
                .doesNotContain("being closed")
                .doesNotContain("<progress");
    }

    @Test
    void the_second_computation_has_a_bar_of_its_own_until_it_is_done() {
        assertThat(html(closed(new Board.Check("40 % of 5 entries", 40, true, ""))))
                .contains("<progress max=\"100\" value=\"40\" aria-label=\"40 % of 5 entries\">");
        assertThat(html(closed(new Board.Check("computed twice, the same", 100, false, "good"))))
                .contains("computed twice, the same")
                .doesNotContain("<progress");
    }

    @Test
    void each_state_of_the_day_has_its_own_button_and_only_a_blocked_one_leaves_devices_out() {
        String ready = html(closing(Checklist.State.READY, Optional.empty(), List.of()));
        String blocked =
                html(closing(Checklist.State.BLOCKED, Optional.empty(), List.of("till-2")));
        String late = html(closing(Checklist.State.LATE_ENTRIES, Optional.empty(), List.of()));

        assertThat(ready)
                .contains("data-close=\"2026-11-20\" data-without=\"\">Close the day</button>")
                .doesNotContain("Close without");
        assertThat(blocked)
                .contains("disabled>Close the day</button>")
                .contains("data-without=\"till-2\">Close without till-2</button>");
        assertThat(late).contains("data-supplement=\"yes\">Make a supplement</button>");
    }

    private static Board.Closing closed(Board.Check check) {
        Board.Z z =
                new Board.Z("Store Z 1", "complete", true, "5.00 GBP", "18:00", Optional.of(check));
        return new Board.Closing(
                DAY,
                true,
                Checklist.State.CLOSED,
                Optional.empty(),
                new Board.Due("", ""),
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of(z));
    }

    private static Board.Closing closing(
            Checklist.State state, Optional<String> running, List<String> leaveOut) {
        return new Board.Closing(
                DAY,
                true,
                state,
                running,
                new Board.Due("by 23:00", ""),
                List.of(),
                List.of(),
                leaveOut,
                !leaveOut.isEmpty(),
                List.of());
    }

    private static String html(Board.Closing closing) {
        Board board =
                new Board(
                        new Board.Head("High Street", "s001", "lab.example", DAY, true),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        closing,
                        List.of(),
                        List.of());
        return Objects.requireNonNull(new Pages(true).sections(board).get("closing"));
    }
}
