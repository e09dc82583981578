package io.tidemark.fog.closedown;

import io.tidemark.fog.intake.DaySpan;
import io.tidemark.fog.watch.Sighting;
import java.util.List;
import java.util.Optional;

/**
 * One device in the checklist of a day.
 *
 * @param received the last sequence of its journal that is on disk here
 * @param late whether entries of the day have come after it was closed
 */
public record DeviceCheck(
        String device,
        String workstation,
        long received,
        Sighting sighting,
        Optional<DaySpan> day,
        boolean late,
        List<Blocker> blockers) {
    public DeviceCheck {
        blockers = List.copyOf(blockers);
    }

    /** Entries it said it has recorded that are not here. */
    public long missing() {
        return Math.max(0, sighting.told() - received);
    }

    public boolean isDone() {
        return blockers.isEmpty();
    }
}
