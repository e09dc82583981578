package io.tidemark.edge.record;

import java.util.Set;

/**
 * What was known of people when a command came: nothing of it is asked for on the writer's turn.
 *
 * @param proven numbers of those whose PIN came with the command and was right
 */
public record Authority(Staff staff, Set<String> proven) {
    /** Whoever is named is taken. */
    public static final Authority ANYBODY = new Authority(Staff.ANYBODY, Set.of());

    public Authority {
        proven = Set.copyOf(proven);
    }

    /** Whether it is them: by their PIN, or because nobody can say who it is. */
    boolean isProven(String number) {
        return !staff.isNamed() || proven.contains(number);
    }
}
