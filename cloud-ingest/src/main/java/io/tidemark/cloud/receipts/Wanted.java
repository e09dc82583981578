package io.tidemark.cloud.receipts;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.proof.ReceiptQuestion;
import java.time.LocalDate;

/** What someone wants to see of a device's journal. */
public sealed interface Wanted {
    JournalId journal();

    /** The receipts of a day, within the entries that a close-down took in. */
    record OfDay(JournalId journal, LocalDate day, long first, long last) implements Wanted {}

    /** One entry, with its proof. */
    record One(JournalId journal, long sequence) implements Wanted {}

    default ReceiptQuestion question(long id) {
        return switch (this) {
            case OfDay day ->
                    new ReceiptQuestion.OfDay(
                            id, day.journal(), day.day(), day.first(), day.last());
            case One one -> new ReceiptQuestion.One(id, one.journal(), one.sequence());
        };
    }
}
