package io.tidemark.lab.simulate;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.closedown.DeviceDayFold;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.journal.Journal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
                        keys,
                        SyncLink.noteIn(machine, "sync"));
        machine.later(0, link::pump);
    }

    /** The journals of its earlier lives, then its own. */
    private Journal openStore() {
        for (JournalId id : machine.journalIds()) earlier.add(open(id));
        return earlier.removeLast();
    }

    private Journal open(JournalId id) {
        Replayed replayed = new Replayed();
        Journal opened =
                machine.world()
                        .openJournal(
                                machine,
                                id,
                                (sequence, hash, bytes) -> {
                                    replayed.entry(sequence, hash, bytes);
                                    file(EntryCodec.decode(bytes));
                                });
        machine.world().oracle().reopenedByOrigin(id, replayed.hashes());
        return opened;
    }

    private void file(Entry entry) {
        if (entry.event() instanceof StoreDayClosed closed) history = history.then(closed);
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
        StoreDayClosed closed = CloseDown.fold(day, history, folds, 0);
        if (!closed.isComplete() && !anyway) return;
        append(day, closed);
    }

    private DeviceDayFold fold(LocalDate day, Journal journal) {
        DeviceDayFold fold =
                new DeviceDayFold(
                        journal.id(),
                        journal.id().node().device(),
                        day,
                        history.takenUpTo(day, journal.id()),
                        history.currency());
        long end = journal.forced().sequence();
        Span span = days.getOrDefault(day, Map.of()).get(journal.id().label());
        long first = span == null ? end : span.first();
        if (end > 0) journal.replay(Math.max(first, 1), fold::accept);
        return fold;
    }

    private void append(LocalDate day, StoreDayClosed closed) {
        EntryHeader header =
                new EntryHeader(
                        EventType.STORE_DAY_CLOSED.code(),
                        EventType.STORE_DAY_CLOSED.critical(),
                        machine.world().newCommand(),
                        1,
                        "gateway",
                        "manager",
                        0,
                        day,
                        machine.now().atOffset(ZoneOffset.UTC),
                        0,
                        0,
                        KEY);
        Entry entry = new Entry(header, closed);
        EntryBytes bytes = EntryCodec.encode(entry);
        Head head = store.append(bytes);
        machine.world().oracle().wrote(machine.journalId(), head, bytes, entry);
        machine.world().parts().force(store, keys.signer());
        file(entry);
        link.pump();
    }

    @Override
    public void receive(Wire wire, Parcel parcel) {
        if (wire.client() == machine) link.receive(parcel);
        else reception.receive(wire, parcel);
    }

    @Override
    public void entry(JournalId journal, long sequence, EntryBytes entry) {
        days.computeIfAbsent(EntryCodec.header(entry).businessDay(), _ -> new TreeMap<>())
                .merge(journal.label(), new Span(sequence, sequence), Span::to);
        projection.entry(journal, sequence, entry);
    }

    @Override
    public void forced() {
        projection.forced();
    }
}
