package io.tidemark.authority;

import io.tidemark.identity.Roster;
import java.nio.file.Path;
import java.util.List;

/**
 * A node that took another one's place.
 *
 * @param before what the roster said of the one it replaces
 * @param node the new one
 * @param told identity directories at hand that have the later roster now
 * @param storeRoster the store's later roster, for its homes that are elsewhere
 * @param officeRoster head office's, if its home is elsewhere
 */
public record Replaced(
        Roster.Member before,
        ProvisionedNode node,
        List<Path> told,
        Path storeRoster,
        Path officeRoster) {
    public Replaced {
        told = List.copyOf(told);
    }
}
