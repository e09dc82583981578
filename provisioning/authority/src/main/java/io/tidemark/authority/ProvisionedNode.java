package io.tidemark.authority;

import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Passphrase;
import io.tidemark.ledger.NodeName;
import java.nio.file.Path;

/**
 * A node that can be carried to its machine.
 *
 * @param home its directory, whole
 * @param passphraseFile opens the identity in it; kept apart from it
 */
public record ProvisionedNode(NodeName name, Path home, Path passphraseFile) {
    /** For the person who provisioned it, on this machine. */
    String startCommand() {
        String program =
                name.isHeadOffice()
                        ? "head-office"
                        : name.device().equals(StoreSpec.GATEWAY_DEVICE) ? "gateway" : "till";
        return "./tidemark " + program + " " + home;
    }

    public NodeIdentity openIdentity() {
        return NodeIdentity.open(home.resolve("identity"), Passphrase.readFile(passphraseFile));
    }
}
