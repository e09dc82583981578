package io.tidemark.fog.closedown;

import io.tidemark.fog.intake.DaySpan;
import io.tidemark.fog.intake.DeviceDays;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.closedown.DayRepeats;
import io.tidemark.ledger.closedown.DeviceDayFold;
import io.tidemark.ledger.closedown.Lineage;
import io.tidemark.ledger.closedown.Repeats;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.MissingDevice;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.journal.EntryVisitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Folds a close-down again from the journals, by its own rules and from what had come by then, as
 * it says itself.
 */
final class FoldAgain {
    private final List<DeviceDays> journals;
    private final EntrySource source;

    FoldAgain(List<? extends DeviceDays> journals, EntrySource source) {
        this.journals = List.copyOf(journals);
        this.source = source;
    }

    /** What is not here of all that it took into account, beginning with what is here in part. */
    List<String> lacking(AsThen then) {
        Stream<Lacking> shorter =
                journals.stream()
                        .filter(journal -> then.part(journal).isPresent())
                        .map(journal ->
                                new Lacking(
                                        journal.id(), then.end(journal), source.received(journal)));
        Stream<Lacking> gone = notHere(then).map(id -> new Lacking(id, then.taken(id), 0));
        return Stream.concat(shorter, gone)
                .filter(each -> each.here() < each.taken())
                .map(Lacking::text)
                .toList();
    }

    /** With a part in it, and no journal here at all. */
    private Stream<JournalId> notHere(AsThen then) {
        if (journals.isEmpty()) return Stream.of();
        NodeName ofStore = journals.getFirst().device();
        return then.signed().tills().stream()
                .map(part -> Lacking.idOf(part, ofStore))
                .filter(id -> journals.stream().noneMatch(each -> each.id().equals(id)));
    }

    /**
     * A successor's first entry, which says whose it is, may have come after the close: which of
     * the two a close-down of nothing from it saw, it does not say.
     */
    CloseDown.Folded fold(StoreDayClosed signed, StoreHistory before) {
        AsThen then = AsThen.of(signed, before);
        CloseDown.Folded folded = fold(then);
        if (folded.closed().equals(signed) || !then.isAnyIdle()) return folded;
        CloseDown.Folded other = fold(then.asIfIdleHadNotBegun());
        return other.closed().equals(signed) ? other : folded;
    }

    private CloseDown.Folded fold(AsThen then) {
        StoreDayClosed signed = then.signed();
        StoreHistory before = then.before();
        Set<JournalId> earlier = goneOnFrom(then);
        Map<JournalId, Repeats> repeats = repeats(signed, before);
        // All cores: a large store's day is a hundred megabytes. What is wrong with several
        // journals is told of the first, whichever core finds what.
        List<Part> parts =
                journals.parallelStream()
                        .map(journal ->
                                Part.of(() ->
                                        fold(
                                                then,
                                                journal,
                                                repeats.getOrDefault(journal.id(), Repeats.NONE),
                                                earlier)))
                        .toList();
        List<DeviceDayFold> folds =
                new ArrayList<>(parts.stream().flatMap(part -> part.orThrow().stream()).toList());
        folds.addAll(namedOnly(then));
        return CloseDown.again(signed, before, folds);
    }

    /** What came of one journal: nothing, where it has no part in the day, or why none can. */
    private record Part(Optional<DeviceDayFold> fold, Optional<RuntimeException> failure) {
        static Part of(Supplier<Optional<DeviceDayFold>> folding) {
            try {
                return new Part(folding.get(), Optional.empty());
            } catch (RuntimeException thrownInItsTurn) {
                return new Part(Optional.empty(), Optional.of(thrownInItsTurn));
            }
        }

        Optional<DeviceDayFold> orThrow() {
            if (failure.isPresent()) throw failure.get();
            return fold;
        }
    }

    private Optional<DeviceDayFold> fold(
            AsThen then, DeviceDays journal, Repeats repeats, Set<JournalId> earlier) {
        if (then.part(journal).isPresent()) return Optional.of(fed(then, journal, repeats));
        source.showDay(journal, then.signed().day(), 0, EntryVisitor.NOBODY);
        boolean counts = earlier.contains(journal.id()) || then.named(journal).isPresent();
        return counts ? Optional.of(ended(then, journal)) : Optional.empty();
    }

    /**
     * Named by what head office's archive knew of them then, or idle, which no journal bears out:
     * that part of a close-down is taken from itself.
     */
    private List<DeviceDayFold> namedOnly(AsThen then) {
        Set<JournalId> told = notHere(then).collect(Collectors.toCollection(LinkedHashSet::new));
        then.signed().without().stream()
                .filter(missing -> journals.stream().noneMatch(each -> missing.isOf(each.id())))
                .forEach(missing -> idOf(missing).ifPresent(told::add));
        return told.stream().map(then::told).toList();
    }

    private Optional<JournalId> idOf(MissingDevice missing) {
        return journals.stream()
                .map(DeviceDays::device)
                .filter(device -> device.device().equals(missing.device()))
                .findFirst()
                .map(device -> new JournalId(device, missing.epoch()));
    }

    /** What those with a part in it go on from; what goes on from these began later. */
    private Set<JournalId> goneOnFrom(AsThen then) {
        Map<JournalId, Set<JournalId>> predecessors = new HashMap<>();
        for (DeviceDays journal : journals)
            if (then.hadBegun(journal))
                source.continues(journal)
                        .ifPresent(
                                from -> predecessors.put(journal.id(), Set.of(from.predecessor())));
        Lineage lineage = new Lineage(predecessors);
        return journals.stream()
                .filter(journal -> then.part(journal).isPresent())
                .flatMap(journal -> lineage.ancestors(journal.id()).stream())
                .collect(Collectors.toSet());
    }

    /** It has nothing of the day; whether it was all here counts all the same. */
    private DeviceDayFold ended(AsThen then, DeviceDays journal) {
        DeviceDayFold fold = begun(then, journal);
        fold.reached(last(then, journal));
        return fold;
    }

    private DeviceDayFold fed(AsThen then, DeviceDays journal, Repeats repeats) {
        DeviceDayFold fold = begun(then, journal).repeating(repeats);
        source.showDay(journal, then.signed().day(), then.end(journal), fold);
        fold.reached(last(then, journal));
        return fold;
    }

    /** Where it was not named as short then, it was here to its end. */
    private long last(AsThen then, DeviceDays journal) {
        return then.named(journal)
                .map(MissingDevice::lastMark)
                .orElseGet(() -> source.received(journal));
    }

    private DeviceDayFold begun(AsThen then, DeviceDays journal) {
        DeviceDayFold fold =
                new DeviceDayFold(
                                journal.id(),
                                journal.workstation(),
                                then.signed().day(),
                                then.takenUpTo(journal),
                                then.before().currency())
                        .byRules(then.signed().rulesVersion());
        if (then.hadBegun(journal)) source.continues(journal).ifPresent(fold::begins);
        return fold.waitedForOnlyOpen(journal.opensByItself()).known(then.knownEnd(journal));
    }

    Map<JournalId, Repeats> repeats(StoreDayClosed signed, StoreHistory before) {
        AsThen then = AsThen.of(signed, before);
        return new DayRepeats(signed.day(), before, signed.rulesVersion())
                .of(journals.stream().map(journal -> part(then, journal)).toList());
    }

    private DayRepeats.Part part(AsThen then, DeviceDays journal) {
        Optional<DaySpan> span = journal.day(then.signed().day());
        long end = then.end(journal);
        return new DayRepeats.Part(
                journal.id(),
                span.map(DaySpan::first).orElse(Long.MAX_VALUE),
                span.map(found -> Math.min(found.last(), end)).orElse(0L),
                Math.min(last(then, journal), source.received(journal)),
                source.continues(journal).map(JournalContinued::grant),
                (from, to, visitor) -> source.show(journal, from, to, visitor));
    }
}
