package io.tidemark.authority;

import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Passphrase;
import io.tidemark.identity.Role;
import io.tidemark.ledger.NodeName;
import java.nio.file.Path;

/**
 * A node that can be carried to its machine.
 *
 * @param home its directory, whole
 * @param passphraseFile opens the identity in it; kept apart from it
 */
public record ProvisionedNode(NodeName name, Role role, Path home, Path passphraseFile) {
    /** For the person who provisioned it, on this machine. */
    String startCommand() {
        return "./tidemark " + role.label() + " " + home;
    }

    public NodeIdentity openIdentity() {
        return NodeIdentity.open(home.resolve("identity"), Passphrase.readFile(passphraseFile));
    }
}
