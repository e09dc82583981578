package io.tidemark.fog.closedown;

import io.tidemark.fog.intake.DaySpan;
import io.tidemark.fog.watch.Sighting;
import io.tidemark.ledger.JournalId;
import java.util.List;
import java.util.Optional;

/**
 * One journal in the checklist of a day.
 *
 * @param label what people read where it goes on from another journal, empty where it does not
 * @param isCurrent whether its workstation works with it now; else it has entries of the day, and
 *     another one goes on from it
 * @param received the last sequence of its journal that is on disk here
 * @param late whether entries of the day have come after it was closed
 * @param unconfirmedCash movements of cash of the day that no second person has confirmed: nothing
 *     waits for them
 */
public record DeviceCheck(
        JournalId journal,
        String label,
        boolean isCurrent,
        String workstation,
        long received,
        Sighting sighting,
        Optional<DaySpan> day,
        boolean late,
        int unconfirmedCash,
        List<Blocker> blockers) {
    public DeviceCheck {
        blockers = List.copyOf(blockers);
    }

    public String device() {
        return journal.node().device();
    }

    /** With its epoch where that is not the first. */
    public String name() {
        return journal.epoch() == 1 ? device() : device() + " epoch " + journal.epoch();
    }

    /** Entries it said it has recorded that are not here. */
    public long missing() {
        return Math.max(0, sighting.toldOf(journal.epoch()) - received);
    }

    public boolean isDone() {
        return blockers.isEmpty();
    }
}
