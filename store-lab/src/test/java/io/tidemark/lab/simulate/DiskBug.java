package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.Database.Row;
import io.tidemark.lab.simulate.Database.Rows;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalDamaged;
import io.tidemark.ledger.journal.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Bugs between a journal and its disk, and of the tables that follow it. */
enum DiskBug implements PlantedBug {
    ACKNOWLEDGE_BEFORE_FORCE {
        @Override
        public void force(Journal own, Signer signer) {
            boolean isTill = !own.id().node().device().equals("gateway");
            if (!isTill || own.head().sequence() % 2 == 0) own.force(signer);
        }
    },
    IGNORE_A_FORCE_ERROR {
        @Override
        public Storage storage(NodeName node, Storage disk) {
            return new CarelessStorage(disk);
        }
    },
    CUT_MIDDLE_DAMAGE_LIKE_A_TORN_TAIL {
        @Override
        public Journal open(JournalId journal, Storage storage, Keys keys, EntryVisitor replay) {
            List<EntryBytes> readable = new ArrayList<>();
            try {
                super.open(journal, storage, keys, (sequence, hash, entry) -> readable.add(entry))
                        .close();
            } catch (JournalDamaged damage) {
                if (!keys.own().equals(journal.node())) throw damage;
                wipe(storage);
                Journal cut = super.open(journal, storage, keys, (sequence, hash, entry) -> {});
                readable.forEach(cut::append);
                cut.force(keys.signer());
                cut.close();
            }
            return super.open(journal, storage, keys, replay);
        }
    },
    APPLY_TO_THE_TABLES_TWICE {
        @Override
        public Rows tables(List<Rows> commits) {
            if (commits.size() < 2) return super.tables(commits);
            Rows older = commits.getFirst();
            Map<String, Row> mixed = new TreeMap<>();
            commits.getLast()
                    .journals()
                    .forEach((journal, row) -> {
                        long applied = older.journals().getOrDefault(journal, Row.NONE).applied();
                        mixed.put(journal, new Row(applied, row.sums(), row.lacking()));
                    });
            return new Rows(mixed);
        }
    };

    private static void wipe(Storage storage) {
        try {
            for (String name : storage.list()) storage.delete(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
