package io.tidemark.edge.record;

import java.util.List;

/** What became of a command, on disk already where it says so. */
public sealed interface Outcome {
    /**
     * @param repeated whether it had been recorded by an earlier call with this id
     */
    record Done(List<RecordedEntry> entries, boolean repeated) implements Outcome {
        public Done {
            entries = List.copyOf(entries);
        }

        /** The entry that says most: the sale, the float, the till Z. */
        public RecordedEntry main() {
            return entries.getLast();
        }
    }

    /** The id belongs to another command, recorded from this sequence on. */
    record Conflict(long sequence) implements Outcome {}

    record Refused(Refusal refusal) implements Outcome {}
}
