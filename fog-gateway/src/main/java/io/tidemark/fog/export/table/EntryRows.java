package io.tidemark.fog.export.table;

import io.tidemark.fog.export.DayEntry;
import io.tidemark.fog.export.DayVisitor;
import io.tidemark.fog.export.Register;

/** A table made of entries. */
abstract class EntryRows {
    static final String[] WHERE = {
        "day", "supplement", "workstation", "device", "epoch", "entry", "at", "operator", "receipt"
    };

    private final Cells cells;

    EntryRows(Cells cells) {
        this.cells = cells;
    }

    /** What to show the register's entries to. */
    abstract DayVisitor of(Register register);

    static String[] columns(String... more) {
        String[] all = new String[WHERE.length + more.length];
        System.arraycopy(WHERE, 0, all, 0, WHERE.length);
        System.arraycopy(more, 0, all, WHERE.length, more.length);
        return all;
    }

    /** Begins a row: where the entry stands. */
    Cells row(Register register, DayEntry entry) {
        cells.text(entry.header().businessDay().toString()).number(entry.supplement());
        cells.text(register.workstation()).text(entry.journal().node().device());
        cells.number(entry.journal().epoch()).number(entry.sequence());
        cells.text(entry.header().at().toString()).text(entry.header().operator());
        return cells.number(entry.header().receipt());
    }

    void flush() {
        cells.flush();
    }
}
