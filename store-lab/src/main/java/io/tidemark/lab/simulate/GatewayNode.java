package io.tidemark.lab.simulate;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.closedown.DeviceDayFold;
import io.tidemark.ledger.closedown.Repeats;
import io.tidemark.ledger.closedown.RepeatsFold;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.Journal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's process: receives every till's journal, closes days, and sends its own journal up.
 */
final class GatewayNode implements Node, Reception.Tables {
    private static final int KEY = 1;

    private final Machine machine;
    private final Keys keys;
    private final List<Journal> earlier = new ArrayList<>();
    private final Journal store;
    private final SyncLink link;
    private final Projection projection;
    private final Reception reception;
    private final Map<LocalDate, Map<String, Span>> days = new TreeMap<>();
    private final Map<String, EntryBytes> firsts = new TreeMap<>();
    private final Branches branches = new Branches();
    private StoreHistory history;

    /** Where a journal's entries of one day are. */
    private record Span(long first, long last) {
        Span to(Span later) {
            return new Span(first, later.last());
        }
    }

    GatewayNode(Machine machine) {
        World world = machine.world();
        this.machine = machine;
        this.keys = world.keysOf(machine);
        this.history = StoreHistory.none(world.currency());
        this.store = openStore();
        this.projection = new Projection(machine);
        this.reception = new Reception(machine, this, world.enrolled());
        this.link =
                new SyncLink(
                        machine,
                        world.wireOf(machine),
                        store,
                        SyncLink.noteIn(machine, store.id()),
                        _ -> {});
        machine.later(0, link::pump);
    }

    /** What head office accepted of its earlier lives, then its own journal. */
    private Journal openStore() {
        List<JournalId> lives = machine.journalIds();
        for (JournalId life : lives.subList(0, lives.size() - 1))
            if (isHere(accepted(life)))
                earlier.add(
                        machine.world()
                                .openJournal(
                                        machine,
                                        accepted(life),
                                        life,
                                        (at, hash, bytes) -> file(life, at, bytes)));
        Optional<Journal> before =
                lives.size() == 1 ? Optional.empty() : own(lives.get(lives.size() - 2));
        JournalId life = lives.getLast();
        Journal own = open(life, (at, hash, bytes) -> file(life, at, bytes));
        machine.world().decisions().beginning(own.id()).ifPresent(over -> begin(own, over, before));
        return own;
    }

    /** What this disk has of an earlier life, which may part from what was accepted. */
    private Optional<Journal> own(JournalId life) {
        return isHere(life.label())
                ? Optional.of(open(life, (at, hash, bytes) -> {}))
                : Optional.empty();
    }

    private boolean isHere(String directory) {
        return machine.disk().exists(directory);
    }

    /** The directory with what head office accepted of an earlier life. */
    static String accepted(JournalId life) {
        return life.label() + ".accepted";
    }

    private Journal open(JournalId id, EntryVisitor visitor) {
        Replayed replayed = new Replayed();
        Journal opened =
                machine.world()
                        .openJournal(
                                machine,
                                id,
                                (sequence, hash, bytes) -> {
                                    replayed.entry(sequence, hash, bytes);
                                    visitor.entry(sequence, hash, bytes);
                                });
        machine.world().oracle().reopenedByOrigin(id, replayed);
        return opened;
    }

    private void begin(Journal own, Continuation over, Optional<Journal> before) {
        new Beginning(machine, over)
                .of(
                        own,
                        before,
                        new Beginning.Writing(
                                (from, _) -> entry(machine.today(), null, from),
                                bytes -> append(own, bytes)));
    }

    private void file(JournalId journal, long sequence, EntryBytes bytes) {
        Event event = EntryCodec.decode(bytes).event();
        branches.entry(journal, sequence, event);
        if (event instanceof StoreDayClosed closed
                && !branches.isUnfiled(journal, sequence, closed)) history = history.then(closed);
    }

    Reception reception() {
        return reception;
    }

    Journal store() {
        return store;
    }

    /** Of the gateways before this one, as head office gave them back. */
    List<Journal> earlier() {
        return earlier;
    }

    StoreHistory history() {
        return history;
    }

    boolean isQuarantined() {
        return link.isQuarantined();
    }

    void enrol(JournalId device) {
        reception.open(device);
    }

    void decided(Continuation over) {
        reception.decided(over);
    }

    /**
     * Closes every day that has something new, and whose tills have all closed theirs.
     *
     * @param anyway also without tills that have not
     */
    void close(boolean anyway) {
        reception.force();
        for (LocalDate day : List.copyOf(days.keySet())) if (hasNews(day)) close(day, anyway);
    }

    private boolean hasNews(LocalDate day) {
        Map<String, Span> spans = days.getOrDefault(day, Map.of());
        return reception.journals().stream()
                .map(receiving -> receiving.journal().id())
                .anyMatch(id -> hasNews(day, id, spans.get(id.label())));
    }

    private boolean hasNews(LocalDate day, JournalId id, @Nullable Span span) {
        return span != null && span.last() > history.takenUpTo(day, id);
    }

    private void close(LocalDate day, boolean anyway) {
        List<DeviceDayFold> folds = new ArrayList<>();
        for (Receiving receiving : reception.journals()) folds.add(fold(day, receiving.journal()));
        if (folds.stream().noneMatch(DeviceDayFold::hasEntries)) return;
        machine.world().oracle().books().folded(folds);
        StoreDayClosed closed = CloseDown.fold(day, history, folds, 0);
        if (!closed.isComplete() && !anyway) return;
        append(day, closed);
    }

    private DeviceDayFold fold(LocalDate day, Journal journal) {
        DeviceDayFold fold =
                new DeviceDayFold(
                                journal.id(),
                                machine.world().workstationOf(journal.id()),
                                day,
                                history.takenUpTo(day, journal.id()),
                                history.currency())
                        .repeating(repeats(journal));
        @Nullable EntryBytes first = firsts.get(journal.id().label());
        if (first != null) fold.begins(first);
        long end = journal.forced().sequence();
        Span span = days.getOrDefault(day, Map.of()).get(journal.id().label());
        long from = span == null ? end : span.first();
        if (end > 0) journal.replay(Math.max(from, 1), fold::accept);
        return fold;
    }

    /** What was asked again and accepted before, in an earlier epoch of its device. */
    private Repeats repeats(Journal journal) {
        if (journal.id().epoch() == 1 || journal.forced().sequence() == 0) return Repeats.NONE;
        RepeatsFold fold = new RepeatsFold();
        journal.replay(1, (sequence, hash, entry) -> fold.branch(sequence, entry));
        for (Receiving receiving : reception.journals()) {
            Journal earlier = receiving.journal();
            boolean precedes =
                    earlier.id().node().equals(journal.id().node())
                            && earlier.id().epoch() < journal.id().epoch()
                            && earlier.forced().sequence() > 0;
            if (precedes) earlier.replay(1, (sequence, hash, entry) -> fold.earlier(entry));
        }
        return machine.world().parts().repeats(fold);
    }

    private void append(LocalDate day, StoreDayClosed closed) {
        append(store, entry(day, machine.world().newCommand(), closed));
        machine.world().parts().force(store, keys.signer());
        link.pump();
    }

    private void append(Journal own, EntryBytes bytes) {
        Head head = own.append(bytes);
        machine.world().oracle().wrote(own.id(), head, bytes, EntryCodec.decode(bytes));
        file(own.id(), head.sequence(), bytes);
    }

    private EntryBytes entry(LocalDate day, @Nullable CommandId command, Event event) {
        EventType type = EventType.of(event).orElseThrow();
        EntryHeader header =
                new EntryHeader(
                        type.code(),
                        type.critical(),
                        command,
                        command == null ? 0 : 1,
                        "gateway",
                        "manager",
                        0,
                        day,
                        machine.now().atOffset(ZoneOffset.UTC),
                        0,
                        0,
                        KEY);
        return EntryCodec.encode(new Entry(header, event));
    }

    @Override
    public void receive(Wire wire, Parcel parcel) {
        if (wire.client() == machine) link.receive(parcel);
        else reception.receive(wire, parcel);
    }

    @Override
    public void entry(JournalId journal, long sequence, EntryBytes entry) {
        if (sequence == 1) firsts.put(journal.label(), entry);
        days.computeIfAbsent(EntryCodec.header(entry).businessDay(), _ -> new TreeMap<>())
                .merge(journal.label(), new Span(sequence, sequence), Span::to);
        projection.entry(journal, sequence, entry);
    }

    @Override
    public void forced() {
        projection.forced();
    }
}
