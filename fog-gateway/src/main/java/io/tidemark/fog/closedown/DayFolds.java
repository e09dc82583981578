package io.tidemark.fog.closedown;

import io.tidemark.fog.columns.Columns;
import io.tidemark.fog.intake.DaySpan;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.closedown.DayRepeats;
import io.tidemark.ledger.closedown.DeviceDayFold;
import io.tidemark.ledger.closedown.Repeats;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.JournalContinued;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The day of every device, folded from what is on disk. */
final class DayFolds {
    private final LocalDate day;
    private final StoreHistory history;
    private final Columns columns;

    DayFolds(LocalDate day, StoreHistory history, Columns columns) {
        this.day = day;
        this.history = history;
        this.columns = columns;
    }

    /** A journal, and how far it is taken into account: more may come meanwhile. */
    private record Reached(DeviceJournal journal, DeviceJournal.Reach reach) {
        JournalId id() {
            return journal.id();
        }
    }

    /**
     * @param endings where else it is known that a journal goes further than is here, the last
     *     entry known of it
     */
    List<DeviceDayFold> of(DeviceJournals journals, Map<JournalId, Long> endings) {
        // What is known of the journals and what is in the columns are of one moment.
        return columns.still(() -> folded(journals, endings));
    }

    private List<DeviceDayFold> folded(DeviceJournals journals, Map<JournalId, Long> endings) {
        List<Reached> all =
                journals.all().stream()
                        .map(journal -> new Reached(journal, journal.reach(day)))
                        .toList();
        Map<JournalId, Repeats> repeats =
                new DayRepeats(day, history, CloseDown.RULES_VERSION)
                        .of(all.stream().map(this::part).toList());
        List<Columns.Wanted> wanted =
                all.stream()
                        .map(each -> wanted(each, repeats.getOrDefault(each.id(), Repeats.NONE)))
                        .toList();
        columns.feed(day, wanted);
        List<DeviceDayFold> folds = new ArrayList<>();
        for (Columns.Wanted each : wanted)
            folds.add(each.fold().known(endings.getOrDefault(each.journal().id(), 0L)));
        notHere(journals, endings).forEach(folds::add);
        return folds;
    }

    private DayRepeats.Part part(Reached each) {
        Optional<DaySpan> span = each.reach().span();
        return new DayRepeats.Part(
                each.id(),
                span.map(DaySpan::first).orElse(Long.MAX_VALUE),
                span.map(DaySpan::last).orElse(0L),
                each.reach().end(),
                each.journal().continues().map(JournalContinued::grant),
                each.journal().journal()::replay);
    }

    private Columns.Wanted wanted(Reached each, Repeats repeats) {
        DeviceJournal journal = each.journal();
        long takenUpTo = history.takenUpTo(day, journal.id());
        DeviceDayFold fold =
                new DeviceDayFold(
                                journal.id(),
                                journal.workstation(),
                                day,
                                takenUpTo,
                                history.currency())
                        .repeating(repeats)
                        .waitedForOnlyOpen(journal.opensByItself());
        if (each.reach().end() > 0) journal.continues().ifPresent(fold::begins);
        boolean isPlain = repeats.equals(Repeats.NONE) && journal.continues().isEmpty();
        return new Columns.Wanted(fold, journal, each.reach(), takenUpTo, isPlain);
    }

    private Stream<DeviceDayFold> notHere(DeviceJournals journals, Map<JournalId, Long> endings) {
        return endings.entrySet().stream()
                .filter(each -> journals.of(each.getKey()).isEmpty())
                .map(each -> known(each.getKey(), each.getValue()));
    }

    /** Nothing of it is here: it has no part in the day, and is named. */
    private DeviceDayFold known(JournalId journal, long end) {
        return new DeviceDayFold(journal, "", day, 0, history.currency()).known(end);
    }
}
