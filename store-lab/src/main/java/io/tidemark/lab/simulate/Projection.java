package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.Database.Row;
import io.tidemark.lab.simulate.Database.Rows;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;

/** Tables that follow the journals: applies what it has not applied yet, and commits. */
final class Projection implements Reception.Tables {
    private final Machine machine;
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
        if (sequence <= row.applied()) return;
        Entry entry = EntryCodec.decode(bytes);
        rows = rows.with(journal, applied(row, sequence, entry));
        changed = true;
    }

    private static Row applied(Row row, long sequence, Entry entry) {
        Posting posting = Posting.of(entry.event());
        return new Row(
                sequence,
                row.receipts() + posting.receipts(),
                Math.addExact(row.gross(), posting.gross()));
    }

    @Override
    public void forced() {
        if (changed) machine.database().commit(rows);
        changed = false;
        machine.world().oracle().shows(machine.name(), rows);
    }
}
