package io.tidemark.lab.simulate;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.journal.Journal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The gateway's process: receives every till's journal, closes days, and sends its own journal up.
 */
final class GatewayNode implements Node, Reception.Tables {
    private final Machine machine;
    private final StoreJournals store;
    private final SyncLink link;
    private final SecondLook second;
    private final Projection projection;
    private final Reception reception;
    private final StoreDays.Index index = new StoreDays.Index();
    private final StoreDays days;
    private final Upkeep upkeep;
    private final StoreTables tables;
    private final GatewayAnswers answers;

    GatewayNode(Machine machine) {
        World world = machine.world();
        this.machine = machine;
        this.store = new StoreJournals(machine);
        this.projection = new Projection(machine);
        this.tables = new StoreTables(this::journal, name -> name.device());
        this.answers = new GatewayAnswers(machine, tables);
        this.reception = new Reception(machine, this, world.enrolled());
        this.days = new StoreDays(world, reception, index);
        this.link =
                new SyncLink(
                                machine,
                                world.wireOf(machine),
                                store.own(),
                                SyncLink.noteIn(machine, store.own().id()),
                                BesideAnswers.IGNORED)
                        .sendingUpTo(this::sendable);
        this.second = new SecondLook(machine, store, days::all, link.marked(), link::pump);
        this.upkeep = new Upkeep(machine, new Upkeep.Of(store, days, reception, link));
        machine.later(0, link::pump);
        machine.later(0, second::wake);
        if (world.calendar().isLong()) upkeep.begin();
    }

    private long sendable() {
        return second.sendable();
    }

    /** Whether a close-down is not computed again yet, which may not go up. */
    boolean holdsBack() {
        return sendable() < store.own().forced().sequence();
    }

    Reception reception() {
        return reception;
    }

    Journal store() {
        return store.own();
    }

    private Journal journal(JournalId id) {
        return reception.of(id).journal();
    }

    /** What it looks questions up in. */
    StoreTables tables() {
        return tables;
    }

    /** Of the gateways before this one, as head office gave them back. */
    List<Journal> earlier() {
        return store.earlier();
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
        for (LocalDate day : days.withNews(store.history())) close(day, anyway);
    }

    private void close(LocalDate day, boolean anyway) {
        Optional<CloseDown.Folded> folded = days.closed(day, store.history());
        if (folded.isEmpty() || (!folded.get().closed().isComplete() && !anyway)) return;
        store.append(folded.get());
        second.wake();
        link.pump();
        if (machine.world().calendar().isLong()) upkeep.sealAfter(day);
    }

    @Override
    public void receive(Wire wire, Parcel parcel) {
        if (parcel.kind() == Parcel.Kind.QUESTION) asked(wire, parcel);
        else if (wire.client() != machine) reception.receive(wire, parcel);
        else if (parcel.kind().isOfArchive()) upkeep.heard(parcel);
        else link.receive(parcel);
    }

    private void asked(Wire wire, Parcel parcel) {
        if (reception.peers().connection(wire) == parcel.connection()) answers.asked(wire, parcel);
    }

    @Override
    public void entry(JournalId journal, long sequence, EntryBytes entry) {
        index.entry(journal, sequence, entry);
        tables.entry(journal, sequence, entry);
        projection.entry(journal, sequence, entry);
    }

    @Override
    public void pruned(JournalId journal, PrunedEntry left) {
        index.pruned(journal, left);
        tables.pruned(journal, left);
        projection.pruned(journal, left);
    }

    @Override
    public void forced() {
        projection.forced();
    }

    @Override
    public void greeted(JournalId journal) {
        upkeep.greeted(journal);
    }
}
