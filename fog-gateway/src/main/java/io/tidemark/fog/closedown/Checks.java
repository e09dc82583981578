package io.tidemark.fog.closedown;

import io.tidemark.fog.forks.Forks;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.recover.Archived;
import io.tidemark.fog.store.StoreCalendar;
import io.tidemark.fog.store.StoreState;
import io.tidemark.fog.watch.Devices;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.closedown.Lineage;
import io.tidemark.ledger.event.MissingDevice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Goes through the journals and names what stands in the way of closing a day. */
public final class Checks {
    private static final String GATEWAY = "gateway";

    private final DeviceJournals journals;
    private final CarriedOver carried;
    private final DaysWorked worked;
    private final Around around;

    /**
     * What besides the journals says how a day stands.
     *
     * @param archived what head office's archive has, as far as it was heard
     */
    public record Around(Devices devices, StoreCalendar calendar, Forks forks, Archived archived) {}

    public Checks(DeviceJournals journals, Around around) {
        this.journals = journals;
        this.carried = new CarriedOver(journals);
        this.worked = new DaysWorked(journals, around.calendar());
        this.around = around;
    }

    Checklist of(LocalDate day, StoreState state) {
        return new Checklist(
                day,
                ownBlockers(day, state),
                new DayChecks(day, state.history(), journals, around).checks(),
                state.history().of(day));
    }

    /** Journals that may concern the day, and go further than is here: how far. */
    Map<JournalId, Long> endings(LocalDate day, StoreState state) {
        return new DayChecks(day, state.history(), journals, around).endings();
    }

    /** What is wrong with the day itself; empty where it can be closed some time. */
    Optional<Blocker> noDayOfStore(LocalDate day, StoreState state) {
        return worked.refusal(day, state.history())
                .map(why -> new Blocker(Blocker.Kind.NO_DAY_OF_STORE, GATEWAY, why));
    }

    /**
     * What a person leaves out where a close-down is without these: the devices that work now with
     * what goes on from their journals.
     */
    Set<String> standingFor(List<MissingDevice> without) {
        Lineage lineage = journals.lineage();
        return without.stream()
                .flatMap(missing -> standingFor(missing, lineage).stream())
                .collect(Collectors.toSet());
    }

    private Set<String> standingFor(MissingDevice missing, Lineage lineage) {
        Set<String> devices =
                journals.all().stream()
                        .map(DeviceJournal::id)
                        .filter(lineage::isCurrent)
                        .filter(id ->
                                Stream.concat(Stream.of(id), lineage.ancestors(id).stream())
                                        .anyMatch(missing::isOf))
                        .map(id -> id.node().device())
                        .collect(Collectors.toSet());
        return devices.isEmpty() ? Set.of(missing.device()) : devices;
    }

    private List<Blocker> ownBlockers(LocalDate day, StoreState state) {
        List<Blocker> own = new ArrayList<>();
        if (state.isWhole()) noDayOfStore(day, state).ifPresent(own::add);
        if (!state.isWhole()) own.add(historyMissing());
        journals.all().stream()
                .filter(journal -> journal.lost().isPresent())
                .findFirst()
                .ifPresent(journal -> own.add(diskLost(journal)));
        journals.healing().forEach(healing -> own.add(damaged(healing.journal())));
        return own;
    }

    /** Journals whose carried figures this gateway does not bear out, with what to do. */
    public Map<JournalId, String> carriedWrongly() {
        Map<JournalId, String> found = new LinkedHashMap<>();
        for (DeviceJournal journal : journals.all())
            carried.trouble(journal).ifPresent(text -> found.put(journal.id(), text));
        return found;
    }

    private static Blocker damaged(JournalId journal) {
        return new Blocker(
                Blocker.Kind.DAMAGED,
                journal.node().device(),
                journal.node().device()
                        + ": what this gateway has of it is damaged and comes again from the till;"
                        + " see that the till runs and is connected");
    }

    private static Blocker diskLost(DeviceJournal journal) {
        return new Blocker(
                Blocker.Kind.DISK_LOST,
                GATEWAY,
                "this gateway's disk is an empty or an old one: "
                        + journal.device().device()
                        + " has shown that more was marked. Have head office replace the gateway,"
                        + " stop this one and run `./tidemark gateway recover DIR`");
    }

    static Blocker historyMissing() {
        return new Blocker(
                Blocker.Kind.HISTORY_MISSING,
                GATEWAY,
                "this gateway was replaced, and what the store closed before is not all here: wait"
                        + " until head office has been reached");
    }

    static Blocker updateNeeded(String device, long sequence, int type) {
        return new Blocker(
                Blocker.Kind.UPDATE_NEEDED,
                device,
                device
                        + ": entry "
                        + sequence
                        + " is of type "
                        + type
                        + ", which this version does not know: update the gateway");
    }
}
