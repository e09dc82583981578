package io.tidemark.cloud.headoffice;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.SaleCompleted;
import java.util.Optional;

/**
 * A receipt as its device wrote it.
 *
 * @param kind for people
 */
public record ReceiptView(EntryHeader header, RetailTransaction transaction, String kind) {
    /** Which entry someone wants to see. */
    public record Asked(JournalId journal, long sequence) {}

    /** Empty of an entry that is no receipt, or that this version cannot read. */
    static Optional<ReceiptView> of(EntryBytes bytes) {
        try {
            Entry entry = EntryCodec.decode(bytes);
            return entry.event() instanceof RetailTransaction transaction
                    ? Optional.of(new ReceiptView(entry.header(), transaction, kind(transaction)))
                    : Optional.empty();
        } catch (Malformed noReceipt) {
            return Optional.empty();
        }
    }

    private static String kind(RetailTransaction transaction) {
        return switch (transaction) {
            case SaleCompleted _ -> "sale";
            case GoodsReturned _ -> "return";
            case PostVoided _ -> "post-void";
        };
    }
}
