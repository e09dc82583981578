package io.tidemark.lab.simulate;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.PrunedEntry;

/** Head office's process, as far as the proof needs it: keeps the store's journal and posts it. */
final class HeadOfficeNode implements Node, Reception.Tables {
    private final Machine machine;
    private final Projection projection;
    private final Reception reception;
    private final ArchiveKeeper archive;

    HeadOfficeNode(Machine machine) {
        this.machine = machine;
        this.projection = new Projection(machine);
        this.reception = new Reception(machine, this, machine.world().gateway().journalIds());
        this.archive = new ArchiveKeeper(machine);
    }

    Reception reception() {
        return reception;
    }

    Projection projection() {
        return projection;
    }

    @Override
    public void entry(JournalId journal, long sequence, EntryBytes entry) {
        machine.world().oracle().notBorneOut().arrived(entry);
        projection.entry(journal, sequence, entry);
    }

    @Override
    public void pruned(JournalId journal, PrunedEntry left) {
        projection.pruned(journal, left);
    }

    @Override
    public void forced() {
        projection.forced();
    }

    @Override
    public void receive(Wire wire, Parcel parcel) {
        if (parcel.kind().isOfArchive()) archive.receive(wire, parcel);
        else reception.receive(wire, parcel);
    }
}
