package io.tidemark.ledger.masterdata;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Two rows about one store would leave it to chance which of them holds. */
public final class OncePerStore {
    private final Set<String> said = new HashSet<>();
    private final Set<String> saidOfAll = new HashSet<>();

    /**
     * @param stores none: it is about all
     * @throws IllegalArgumentException if it was said of one of them before
     */
    public void add(String what, List<String> stores) {
        boolean twice = saidOfAll.contains(what) || (stores.isEmpty() && said.contains(what));
        for (String store : stores) twice |= !said.add(what + " of " + store);
        if (stores.isEmpty()) saidOfAll.add(what);
        said.add(what);
        if (twice)
            throw new IllegalArgumentException(
                    what + " are said twice for a store: keep one row for each store");
    }
}
