package io.tidemark.lab.simulate;

import io.tidemark.edge.record.DeviceKind;
import io.tidemark.edge.record.Workplace;
import io.tidemark.fog.intake.DaySpan;
import io.tidemark.fog.intake.DeviceDays;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.closedown.DayRepeats;
import io.tidemark.ledger.closedown.DeviceDayFold;
import io.tidemark.ledger.closedown.Repeats;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.retention.Settled;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the business days in the journals that the gateway received, and folds them. */
final class StoreDays {
    private final World world;
    private final Reception reception;
    private final Map<LocalDate, Map<String, Span>> days;
    private final Map<String, EntryBytes> firsts;
    private final Set<String> withBranch;

    /** Where a journal's entries of one day are, and whether its till Z is the last of them. */
    private record Span(long first, long last, boolean isOver) {
        Span to(Span later) {
            return new Span(first, later.last(), later.isOver());
        }
    }

    /** What is told of every entry that is received, before anything is asked. */
    static final class Index {
        private final Map<LocalDate, Map<String, Span>> days = new TreeMap<>();
        private final Map<String, EntryBytes> firsts = new TreeMap<>();
        private final Set<String> withBranch = new HashSet<>();

        void entry(JournalId journal, long sequence, EntryBytes entry) {
            if (sequence == 1) first(journal.label(), entry);
            at(journal, sequence, EntryCodec.header(entry));
        }

        void pruned(JournalId journal, PrunedEntry left) {
            at(journal, left.sequence(), left.header());
        }

        private void first(String journal, EntryBytes entry) {
            firsts.put(journal, entry);
            if (EntryCodec.decode(entry).event() instanceof JournalContinued from
                    && from.branchEntries() > 0) withBranch.add(journal);
        }

        private void at(JournalId journal, long sequence, EntryHeader header) {
            boolean isOver = header.type() == EventType.TILL_DAY_CLOSED.code();
            days.computeIfAbsent(header.businessDay(), _ -> new TreeMap<>())
                    .merge(journal.label(), new Span(sequence, sequence, isOver), Span::to);
        }
    }

    StoreDays(World world, Reception reception, Index index) {
        this.world = world;
        this.reception = reception;
        this.days = index.days;
        this.firsts = index.firsts;
        this.withBranch = index.withBranch;
    }

    /** Whether a journal began with a branch of the one before. */
    boolean tookIn(JournalId journal) {
        return withBranch.contains(journal.label());
    }

    /** With something that no close-down has taken in. */
    List<LocalDate> withNews(StoreHistory history) {
        return days.keySet().stream().filter(day -> hasNews(day, history)).toList();
    }

    private boolean hasNews(LocalDate day, StoreHistory history) {
        Map<String, Span> spans = days.getOrDefault(day, Map.of());
        return reception.journals().stream()
                .map(receiving -> receiving.journal().id())
                .anyMatch(id -> {
                    @Nullable Span span = spans.get(id.label());
                    return span != null && span.last() > history.takenUpTo(day, id);
                });
    }

    /** Empty where nobody has anything of the day. */
    Optional<CloseDown.Folded> closed(LocalDate day, StoreHistory history) {
        Map<JournalId, Repeats> repeats = repeats(day, history);
        List<DeviceDayFold> folds = new ArrayList<>();
        for (Receiving receiving : reception.journals())
            folds.add(fold(day, receiving.journal(), history, repeats));
        if (folds.stream().noneMatch(DeviceDayFold::hasEntries)) return Optional.empty();
        world.oracle().books().folded(folds);
        return Optional.of(CloseDown.fold(day, history, folds, 0));
    }

    /** Every journal that is received, as a close-down is folded from it again. */
    List<DeviceDays> all() {
        return reception.journals().stream()
                .map(receiving -> (DeviceDays) new Received(receiving.journal()))
                .toList();
    }

    private final class Received implements DeviceDays {
        private final Journal journal;
        private final Workplace place;

        Received(Journal journal) {
            this.journal = journal;
            this.place = world.workplaceOf(journal.id());
        }

        @Override
        public NodeName device() {
            return journal.id().node();
        }

        @Override
        public String workstation() {
            return place.workstation();
        }

        @Override
        public boolean opensByItself() {
            return place.kind() == DeviceKind.HANDHELD;
        }

        @Override
        public JournalId id() {
            return journal.id();
        }

        @Override
        public Head received() {
            return journal.forced();
        }

        @Override
        public Optional<DaySpan> day(LocalDate day) {
            @Nullable Span span = days.getOrDefault(day, Map.of()).get(id().label());
            return Optional.ofNullable(span)
                    .map(found ->
                            new DaySpan(
                                    found.first(), found.last(), true, 0, 0, 0, Optional.empty()));
        }

        @Override
        public Optional<JournalContinued> continues() {
            return Optional.ofNullable(firsts.get(id().label())).flatMap(DeviceDays::continuing);
        }

        @Override
        public Journal journal() {
            return journal;
        }
    }

    /** Whether the journal has nothing of a later day, and this one is over at the device. */
    boolean endsWith(LocalDate day, JournalId journal) {
        return days.entrySet().stream()
                .filter(each -> each.getValue().containsKey(journal.label()))
                .reduce((_, later) -> later)
                .filter(newest -> newest.getKey().equals(day))
                .map(newest -> newest.getValue().get(journal.label()))
                .filter(Span::isOver)
                .isPresent();
    }

    /** All that a journal has, and how far close-downs took it in. */
    List<Settled.Day> settled(JournalId journal, StoreHistory history) {
        List<Settled.Day> all = new ArrayList<>();
        days.forEach((day, spans) -> {
            @Nullable Span span = spans.get(journal.label());
            if (span != null)
                all.add(
                        new Settled.Day(
                                span.first(), span.last(), history.takenUpTo(day, journal)));
        });
        return all;
    }

    private DeviceDayFold fold(
            LocalDate day, Journal journal, StoreHistory history, Map<JournalId, Repeats> repeats) {
        Workplace place = world.workplaceOf(journal.id());
        DeviceDayFold fold =
                new DeviceDayFold(
                                journal.id(),
                                place.workstation(),
                                day,
                                history.takenUpTo(day, journal.id()),
                                history.currency())
                        .waitedForOnlyOpen(place.kind() == DeviceKind.HANDHELD)
                        .repeating(repeats.getOrDefault(journal.id(), Repeats.NONE));
        @Nullable EntryBytes first = firsts.get(journal.id().label());
        if (first != null) fold.begins(first);
        long end = journal.forced().sequence();
        Span span = days.getOrDefault(day, Map.of()).get(journal.id().label());
        long from = span == null ? end : span.first();
        if (end > 0) journal.replay(Math.max(from, 1), fold);
        return fold;
    }

    /** What the day's journals have more than once. */
    private Map<JournalId, Repeats> repeats(LocalDate day, StoreHistory history) {
        Map<String, Span> spans = days.getOrDefault(day, Map.of());
        List<DayRepeats.Part> parts = new ArrayList<>();
        for (Receiving receiving : reception.journals()) {
            Journal journal = receiving.journal();
            @Nullable Span span = spans.get(journal.id().label());
            parts.add(
                    new DayRepeats.Part(
                            journal.id(),
                            span == null ? Long.MAX_VALUE : span.first(),
                            span == null ? 0 : span.last(),
                            journal.forced().sequence(),
                            begunBy(journal.id()),
                            journal::replay));
        }
        return world.parts()
                .repeats(new DayRepeats(day, history, CloseDown.RULES_VERSION).of(parts));
    }

    private Optional<EpochGrant> begunBy(JournalId journal) {
        return Optional.ofNullable(firsts.get(journal.label()))
                .map(first -> EntryCodec.decode(first).event())
                .filter(JournalContinued.class::isInstance)
                .map(first -> ((JournalContinued) first).grant());
    }
}
