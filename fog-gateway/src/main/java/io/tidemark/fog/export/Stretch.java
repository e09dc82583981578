package io.tidemark.fog.export;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.closedown.DayRepeats;
import io.tidemark.ledger.closedown.Repeats;
import io.tidemark.ledger.event.TillDay;

/**
 * What one close-down of the day took in of one journal.
 *
 * @param supplement which close-down: 0 for the store Z
 * @param part as the close-down tells it
 * @param repeats entries that are counted in another journal, and left out here
 */
public record Stretch(
        JournalId journal,
        int supplement,
        TillDay part,
        Repeats repeats,
        DayRepeats.Entries entries) {}
