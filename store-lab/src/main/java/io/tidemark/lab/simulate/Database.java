package io.tidemark.lab.simulate;

import io.tidemark.ledger.JournalId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * The tables of a machine, as far as a projection can go wrong with them: each commit holds rows
 * and how far they were applied, together; none is forced, so a power cut leaves any of the last
 * ones, or nothing at all.
 */
final class Database {
    private static final int COMMITS_KEPT = 5;

    private final RandomGenerator random;
    private final List<Rows> commits = new ArrayList<>();

    /**
     * What the tables say of one journal.
     *
     * @param lacking receipts that were given up here before these tables took them in
     */
    record Row(long applied, Posting sums, List<Long> lacking) {
        static final Row NONE = new Row(0, Posting.NOTHING, List.of());

        Row then(long sequence, Posting posting) {
            return new Row(sequence, sums.plus(posting), lacking);
        }

        Row without(long sequence) {
            List<Long> more = new ArrayList<>(lacking);
            more.add(sequence);
            return new Row(sequence, sums, more);
        }
    }

    /** By journal label. */
    record Rows(Map<String, Row> journals) {
        static final Rows NONE = new Rows(Map.of());

        Row of(JournalId journal) {
            return journals.getOrDefault(journal.label(), Row.NONE);
        }

        Rows with(JournalId journal, Row row) {
            Map<String, Row> more = new TreeMap<>(journals);
            more.put(journal.label(), row);
            return new Rows(more);
        }
    }

    Database(RandomGenerator random) {
        this.random = random;
    }

    List<Rows> commits() {
        return commits;
    }

    void commit(Rows rows) {
        commits.add(rows);
        if (commits.size() > COMMITS_KEPT) commits.removeFirst();
    }

    void powerCut() {
        int kept = random.nextInt(commits.size() + 1);
        commits.subList(kept, commits.size()).clear();
    }

    void lose() {
        commits.clear();
    }
}
