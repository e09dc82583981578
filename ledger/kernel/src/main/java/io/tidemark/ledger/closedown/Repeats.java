package io.tidemark.ledger.closedown;

import java.util.Set;

/**
 * Entries of a journal that another epoch of its device has, too, and that are counted there.
 *
 * @param sequences of them, in the journal that repeats them
 */
public record Repeats(Set<Long> sequences) {
    public static final Repeats NONE = new Repeats(Set.of());

    public Repeats {
        sequences = Set.copyOf(sequences);
    }

    public boolean contains(long sequence) {
        return sequences.contains(sequence);
    }
}
