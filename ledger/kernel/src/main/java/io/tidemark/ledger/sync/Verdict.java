package io.tidemark.ledger.sync;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.SignedHead;
import java.util.List;

/** What a batch or a greeting is to a {@link Receiver}. */
public sealed interface Verdict {
    /** Append these, keep the signed head, force, then mark. Never empty. */
    record Fresh(List<EntryBytes> entries, SignedHead head) implements Verdict {
        public Fresh {
            entries = List.copyOf(entries);
        }
    }

    /** Known already, to the byte: mark again. Also what a good greeting gets. */
    record Known() implements Verdict {}

    /** Entries are missing after this head: answer with the mark there. */
    record Gap(Head after) implements Verdict {}

    /** Two hashes at one sequence: quarantine. */
    record Forked(long at, Hash ours, Hash theirs) implements Verdict {}

    /** Not to be sent again as it is. */
    record Refused(Answer.Reason reason, String why) implements Verdict {}
}
