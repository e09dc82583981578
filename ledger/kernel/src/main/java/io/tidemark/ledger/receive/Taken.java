package io.tidemark.ledger.receive;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.EntryBytes;
import java.util.List;

/**
 * What became of a batch.
 *
 * @param answer to be told only after the next force of the journal
 * @param from the sequence of the first entry that was appended
 * @param appended what was fresh of it, possibly nothing; not on disk before the next force
 */
public record Taken(Answer answer, long from, List<EntryBytes> appended) {
    public Taken {
        appended = List.copyOf(appended);
    }

    static Taken nothing(Answer answer) {
        return new Taken(answer, 0, List.of());
    }
}
