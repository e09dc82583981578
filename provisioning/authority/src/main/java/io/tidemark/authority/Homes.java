package io.tidemark.authority;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.identity.NodeBundle;
import io.tidemark.identity.OwnerOnlyFiles;
import io.tidemark.identity.Passphrase;
import io.tidemark.identity.RecoveryKey;
import io.tidemark.identity.Role;
import io.tidemark.identity.SignedRoster;
import io.tidemark.ledger.NodeName;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * Where the homes of nodes are put for carrying to their machines.
 *
 * <pre>
 * STORE/DEVICE/           one node's home: node.yaml and identity/
 * secrets/STORE-DEVICE    the node's passphrase, which travels another way
 * safe/STORE-recovery.pem the store's recovery key, for the safe
 * STORE/gateway.EPOCH/    the home of a gateway that took an earlier one's place
 * updates/STORE-roster    the store's latest roster, for homes that are elsewhere
 * </pre>
 */
record Homes(Path out) {
    private static final String IDENTITY = "identity";
    private static final String SETTINGS = "node.yaml";

    ProvisionedNode node(NodeName name, Role role) {
        return new ProvisionedNode(name, role, home(name), passphraseFile(name));
    }

    private Path passphraseFile(NodeName name) {
        return out.resolve("secrets").resolve(name.store() + "-" + name.device());
    }

    private Path home(NodeName name) {
        return out.resolve(name.store()).resolve(name.device());
    }

    /** A gateway that takes an earlier one's place, whose home keeps its own. */
    ProvisionedNode renewed(NodeName name, int epoch) {
        return new ProvisionedNode(
                name,
                Role.GATEWAY,
                out.resolve(name.store()).resolve(name.device() + "." + epoch),
                out.resolve("secrets").resolve(name.store() + "-" + name.device() + "." + epoch));
    }

    Path identity(NodeName name) {
        return home(name).resolve(IDENTITY);
    }

    Path settings(NodeName name) {
        return home(name).resolve(SETTINGS);
    }

    /** What to copy to {@code identity/roster-update} of a home that is not below here. */
    Path rosterUpdate(String store) {
        return updates().resolve(store + "-roster");
    }

    void writeRosterUpdate(String store, SignedRoster roster) throws IOException {
        OwnerOnlyFiles.createDirectories(updates());
        OwnerOnlyFiles.write(rosterUpdate(store), roster.toBytes());
    }

    private Path updates() {
        return out.resolve("updates");
    }

    Path recoveryKey(String store) {
        return out.resolve("safe").resolve(store + "-recovery.pem");
    }

    /** Makes a place for all of a store's homes, and gives where to write them. */
    Path prepareStore(String store, Placement placement) throws IOException {
        return placement.prepare(out.resolve(store));
    }

    /** Writes one home below the place for its store, and its passphrase. */
    void write(NodeBundle bundle, NodeName name, String settings, Into into) throws IOException {
        write(
                bundle,
                into.store().resolve(name.device()),
                settings,
                passphraseFile(name),
                into.placement());
    }

    /** Writes a single home, and its passphrase. */
    void write(NodeBundle bundle, ProvisionedNode node, String settings, Placement placement)
            throws IOException {
        write(bundle, placement.prepare(node.home()), settings, node.passphraseFile(), placement);
    }

    private static void write(
            NodeBundle bundle, Path home, String settings, Path passphraseFile, Placement placement)
            throws IOException {
        char[] passphrase = Passphrase.random(new SecureRandom());
        bundle.writeTo(home.resolve(IDENTITY), passphrase);
        OwnerOnlyFiles.write(home.resolve(SETTINGS), settings.getBytes(UTF_8));
        OwnerOnlyFiles.write(
                placement.prepare(passphraseFile), (new String(passphrase) + "\n").getBytes(UTF_8));
    }

    void write(String store, RecoveryKey key, char[] passphrase, Placement placement)
            throws IOException {
        key.write(placement.prepare(recoveryKey(store)), passphrase);
    }

    /**
     * @param store the unfinished directory of the store
     */
    record Into(Path store, Placement placement) {}
}
