package io.tidemark.fog.export;

import io.tidemark.fog.closedown.Lacking;
import io.tidemark.fog.closedown.Refold;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.store.StoreState;
import io.tidemark.fog.store.StoreZs;
import io.tidemark.identity.Roster.StoreFacts;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.closedown.Repeats;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.drawer.DrawerPart;
import io.tidemark.ledger.drawer.Drawers;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.node.paper.StoreZPaper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds what the close-downs of a day took in of each journal. */
public final class ClosedDays {
    private final NodeName gateway;
    private final StoreFacts facts;
    private final List<DeviceJournal> journals;
    private final StoreState state;
    private final OnPaper paper;

    /**
     * What else a store Z has on paper.
     *
     * @param laboratory whether nothing was really sold
     * @param products the articles' figures of a close-down
     */
    public record OnPaper(
            boolean laboratory, Function<StoreState.Filed, List<ProductTotal>> products) {}

    /**
     * @param journals all that are here, of every epoch
     */
    public ClosedDays(
            NodeName gateway,
            StoreFacts facts,
            List<DeviceJournal> journals,
            StoreState state,
            OnPaper paper) {
        this.gateway = gateway;
        this.facts = facts;
        this.journals = List.copyOf(journals);
        this.state = state;
        this.paper = paper;
    }

    /** Days that are closed, the newest last. */
    public List<LocalDate> days() {
        return state.history().closed().stream()
                .map(StoreDayClosed::day)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Empty where the day is not closed.
     *
     * @throws JournalNotHere if not all is here that its close-downs took in
     */
    public Optional<ClosedDay> of(LocalDate day, Writing writing) {
        List<StoreDayClosed> closed = state.history().of(day);
        if (closed.isEmpty()) return Optional.empty();
        requireHere(day, closed);
        StoreHistory before = StoreHistory.none(state.history().currency());
        SortedMap<String, List<Stretch>> stretches = new TreeMap<>();
        StoreHistory beforeZ = before;
        for (StoreDayClosed each : state.history().closed()) {
            if (each.equals(closed.getFirst())) beforeZ = before;
            if (each.day().equals(day)) take(each, before, stretches);
            before = before.then(each);
        }
        Drawers drawers = new Drawers();
        Map<String, List<Register.Found>> found = new HashMap<>();
        for (StoreDayClosed each : closed) find(each, drawers, found);
        List<Register> registers = new ArrayList<>();
        stretches.forEach((workstation, worked) ->
                registers.add(
                        register(
                                day,
                                workstation,
                                worked,
                                found.getOrDefault(workstation, List.of()))));
        return Optional.of(
                new ClosedDay(
                        gateway,
                        facts,
                        day,
                        closed,
                        beforeZ,
                        registers,
                        writing,
                        new ClosedDay.Printed(
                                whose(), () -> new StoreZs(state, paper.products()).of(day))));
    }

    private StoreZPaper.Of whose() {
        return new StoreZPaper.Of(gateway.organisation(), facts.inFull(), paper.laboratory());
    }

    private void requireHere(LocalDate day, List<StoreDayClosed> closed) {
        List<Lacking> lacking =
                closed.stream()
                        .flatMap(each -> Lacking.of(each, gateway, journals).stream())
                        .toList();
        if (!lacking.isEmpty()) throw new JournalNotHere(day, lacking);
    }

    private static void find(
            StoreDayClosed closed, Drawers drawers, Map<String, List<Register.Found>> found) {
        drawers.nextCounted(DrawerPart.of(closed))
                .forEach((drawer, amount) -> {
                    if (!amount.isZero())
                        found.computeIfAbsent(drawer.workstation(), _ -> new ArrayList<>())
                                .add(
                                        new Register.Found(
                                                closed.supplement(), drawer.tender(), amount));
                });
    }

    /** A device without entries has nothing to show, whether its journal is here or not. */
    private void take(
            StoreDayClosed closed, StoreHistory before, Map<String, List<Stretch>> stretches) {
        Map<JournalId, Repeats> repeats = new Refold(journals).repeats(closed, before);
        for (TillDay part : closed.tills()) {
            List<Stretch> worked =
                    stretches.computeIfAbsent(part.workstation(), _ -> new ArrayList<>());
            stretch(closed, part, repeats).ifPresent(worked::add);
        }
    }

    private Optional<Stretch> stretch(
            StoreDayClosed closed, TillDay part, Map<JournalId, Repeats> repeats) {
        JournalId id = Lacking.idOf(part, gateway);
        return journal(id)
                .map(found ->
                        new Stretch(
                                id,
                                closed.supplement(),
                                part,
                                repeats.getOrDefault(id, Repeats.NONE),
                                found.journal()::replay));
    }

    private Optional<DeviceJournal> journal(JournalId id) {
        return journals.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private Register register(
            LocalDate day,
            String workstation,
            List<Stretch> stretches,
            List<Register.Found> found) {
        // Of one that was idle and of which nothing is here it is not known: most sell.
        boolean sells =
                stretches.isEmpty()
                        || stretches.stream()
                                .flatMap(stretch -> journal(stretch.journal()).stream())
                                .anyMatch(journal -> !journal.opensByItself());
        return new Register(
                workstation,
                sells,
                day,
                facts.currency(),
                new StretchOrder(stretches).worked(),
                found);
    }
}
