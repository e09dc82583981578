package io.tidemark.lab.simulate;

/** Head office's process, as far as the proof needs it: keeps the store's journal and posts it. */
final class HeadOfficeNode implements Node {
    private final Projection projection;
    private final Reception reception;
    private final ArchiveKeeper archive;

    HeadOfficeNode(Machine machine) {
        this.projection = new Projection(machine);
        this.reception = new Reception(machine, projection, machine.world().gateway().journalIds());
        this.archive = new ArchiveKeeper(machine);
    }

    Reception reception() {
        return reception;
    }

    Projection projection() {
        return projection;
    }

    @Override
    public void receive(Wire wire, Parcel parcel) {
        if (parcel.kind().isOfArchive()) archive.receive(wire, parcel);
        else reception.receive(wire, parcel);
    }
}
