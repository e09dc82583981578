package io.tidemark.lab.simulate;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.receive.ReceivedJournal;

/** Opens the journals on a machine's disk, with the keys of its node. */
record Journals(Machine machine) {
    Journal open(JournalId id, EntryVisitor replay) {
        return open(id.label(), id, replay);
    }

    Journal open(String directory, JournalId id, EntryVisitor replay) {
        return machine.world().parts().open(id, storage(directory), keys(), replay);
    }

    ReceivedJournal received(JournalId id, EntryVisitor replay) {
        ReceivedJournal.Place place =
                new ReceivedJournal.Place(
                        storage(id.label()),
                        storage("marks"),
                        storage(id.label() + ".quarantine"),
                        keys().journalKey());
        return ReceivedJournal.open(
                id,
                place,
                new ReceivedJournal.Self(machine.journalId(), keys().signer()),
                keys().verifierOf(id.node()),
                replay);
    }

    private Keys keys() {
        return machine.world().keysOf(machine);
    }

    private Storage storage(String directory) {
        return machine.world().parts().storage(machine.name(), machine.disk().directory(directory));
    }
}
