package io.tidemark.fog.ledger;

import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.node.projection.FollowedEntry;
import io.tidemark.node.projection.Rows;
import java.util.List;

/**
 * Posts what came back of earlier receipts. A post-void brings back every line of its receipt; and
 * where it undoes a return, what had come back is out again.
 */
final class ReturnRows {
    private final FollowedEntry entry;
    private final EntryHeader header;
    private final RetailTransaction transaction;

    ReturnRows(FollowedEntry entry, EntryHeader header, RetailTransaction transaction) {
        this.entry = entry;
        this.header = header;
        this.transaction = transaction;
    }

    void post(Rows rows) {
        List<Line> lines = transaction.lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            OriginalLine original = line.original();
            if (original != null) post(original, i + 1, line, rows);
            if (transaction instanceof PostVoided undoing && line.quantity().isNegative())
                post(lineOf(undoing.original(), i + 1), i + 1, line, rows);
        }
    }

    private static OriginalLine lineOf(OriginalReceipt receipt, int line) {
        return new OriginalLine(
                receipt.store(),
                receipt.workstation(),
                receipt.day(),
                receipt.receipt(),
                line,
                true);
    }

    private void post(OriginalLine original, int number, Line line, Rows rows) {
        rows.insert(
                "returned_lines",
                original.store(),
                original.day(),
                original.workstation(),
                original.receipt(),
                original.line(),
                entry.journal().node().device(),
                entry.journal().epoch(),
                entry.sequence(),
                number,
                header.workstation(),
                header.businessDay(),
                header.receipt(),
                header.at(),
                header.operator(),
                line.quantity().value().negate().setScale(Quantity.PLACES_MAX),
                line.quantity().unit().code(),
                line.gross().minor(),
                transaction.currency().code(),
                original.checked());
    }
}
