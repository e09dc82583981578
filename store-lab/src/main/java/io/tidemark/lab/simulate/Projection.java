package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.Database.Row;
import io.tidemark.lab.simulate.Database.Rows;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.PrunedEntry;

/** Tables that follow the journals: applies what it has not applied yet, and commits. */
final class Projection implements Reception.Tables {
    private final Machine machine;
    private final Branches branches = new Branches();
    private Rows rows;
    private boolean changed;

    Projection(Machine machine) {
        this.machine = machine;
        this.rows = machine.world().parts().tables(machine.database().commits());
    }

    Rows rows() {
        return rows;
    }

    @Override
    public void entry(JournalId journal, long sequence, EntryBytes bytes) {
        Row row = rows.of(journal);
        boolean applied = machine.world().parts().isApplied(sequence, row.applied(), bytes);
        if (sequence > 1 && applied) return;
        Event event = EntryCodec.decode(bytes).event();
        branches.entry(journal, sequence, event);
        if (applied) return;
        Posting posting =
                branches.isUnfiled(journal, sequence, event)
                        ? Posting.NOTHING
                        : machine.world().parts().posting(event);
        rows = rows.with(journal, row.then(Math.max(sequence, row.applied()), posting));
        changed = true;
    }

    @Override
    public void pruned(JournalId journal, PrunedEntry left) {
        Row row = rows.of(journal);
        if (left.sequence() <= row.applied()) return;
        rows = rows.with(journal, row.without(left.sequence()));
        changed = true;
    }

    @Override
    public void forced() {
        if (changed) machine.database().commit(rows);
        changed = false;
        machine.world().oracle().books().show(machine.name(), rows);
    }
}
