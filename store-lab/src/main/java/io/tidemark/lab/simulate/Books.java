package io.tidemark.lab.simulate;

import io.tidemark.lab.simulate.Database.Row;
import io.tidemark.lab.simulate.Database.Rows;
import io.tidemark.lab.simulate.History.Written;
import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.closedown.DeviceDayFold;
import io.tidemark.ledger.closedown.DeviceDayFold.Problem;
import io.tidemark.ledger.event.TillDayClosed;
import java.util.List;

/** Holds what is derived from entries, tables and folds, to the sums over what was written. */
final class Books {
    private final Histories histories;
    private final Copies copies;
    private final Successions successions;

    Books(Histories histories, Copies copies, Successions successions) {
        this.histories = histories;
        this.copies = copies;
        this.successions = successions;
    }

    /** What a node's tables say, against the sums over what was written up to there. */
    void show(NodeName at, Rows rows) {
        copies.each((copy, head) -> {
            if (copy.at().equals(at)) show(copy.journal(), head, rows.of(copy.journal()));
        });
    }

    private void show(JournalId journal, Head head, Row row) {
        List<Written> branch = histories.of(journal).branchWith(head);
        if (branch == null || row.applied() == 0) return;
        Violation.require(
                row.applied() <= head.sequence(),
                Check.ONCE,
                () -> "tables are at " + row.applied() + " of " + journal + " after " + head);
        Written last = branch.get((int) row.applied() - 1);
        Posting sums = row.sums().plus(lacking(branch, row));
        Violation.require(
                sums.equals(last.sums()),
                Check.MONEY,
                () -> "tables say " + row + " of " + journal + " and it is " + last);
    }

    /** Tables that were built anew where receipts had been given up do without these. */
    private static Posting lacking(List<Written> branch, Row row) {
        Posting sum = Posting.NOTHING;
        for (long sequence : row.lacking())
            sum = sum.plus(branch.get((int) sequence - 1).posting());
        return sum;
    }

    /**
     * A till Z that is being written says what its entries add up to, counted by another hand. Of a
     * day that was carried over the close-down's fold says whether it does.
     */
    void closed(JournalId journal, TillDayClosed z) {
        if (successions.isOfBranch(journal, 1)) return;
        List<Written> written = histories.of(journal).branches().getLast();
        Posting before = z.first() == 1 ? Posting.NOTHING : written.get((int) z.first() - 2).sums();
        Posting entries = written.get((int) z.last() - 1).sums().minus(before);
        Posting says = Posting.of(z.totals());
        Violation.require(
                entries.equals(says),
                Check.MONEY,
                () -> journal + "'s Z says " + says + " and its entries " + entries);
    }

    /**
     * No till Z says something else than its entries, with what was carried over to them; but one
     * that closed a branch before it was taken in knew of no other.
     */
    void folded(List<DeviceDayFold> folds) {
        for (DeviceDayFold fold : folds)
            for (Problem problem : fold.problems())
                Violation.require(
                        problem instanceof Problem.TillZDiffers differs
                                && successions.isOfBranch(fold.journal(), differs.sequence()),
                        Check.MONEY,
                        () -> fold.journal() + ": " + problem);
    }
}
