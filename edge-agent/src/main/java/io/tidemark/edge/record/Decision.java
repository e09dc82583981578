package io.tidemark.edge.record;

import io.tidemark.ledger.event.Entry;
import java.util.List;

/** What the till makes of a command. */
public sealed interface Decision {
    /** These entries are to be appended, forced, and then answered. */
    record Append(List<Entry> entries) implements Decision {
        public Append {
            entries = List.copyOf(entries);
        }
    }

    /** It was recorded before: the same answer again. */
    record Repeated(Recorded recorded) implements Decision {}

    /** The id belongs to another command, which was recorded. */
    record Conflict(Recorded recorded) implements Decision {}

    /**
     * Not to be done; that it was asked is to be appended and forced before the answer, under no
     * command's id: asked again, it is decided again.
     */
    record RefusedOnRecord(Refusal refusal, Entry asked) implements Decision {}

    /** Not to be recorded. */
    record Refused(Refusal refusal) implements Decision {}
}
