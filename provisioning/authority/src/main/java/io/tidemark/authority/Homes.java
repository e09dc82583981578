package io.tidemark.authority;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.identity.NodeBundle;
import io.tidemark.identity.OwnerOnlyFiles;
import io.tidemark.identity.Passphrase;
import io.tidemark.identity.RecoveryKey;
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
 * </pre>
 */
record Homes(Path out) {
    private static final String IDENTITY = "identity";
    private static final String SETTINGS = "node.yaml";

    ProvisionedNode node(NodeName name) {
        return new ProvisionedNode(
                name,
                out.resolve(name.store()).resolve(name.device()),
                out.resolve("secrets").resolve(name.store() + "-" + name.device()));
    }

    Path identity(NodeName name) {
        return node(name).home().resolve(IDENTITY);
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
        char[] passphrase = Passphrase.random(new SecureRandom());
        Path home = into.store().resolve(name.device());
        bundle.writeTo(home.resolve(IDENTITY), passphrase);
        OwnerOnlyFiles.write(home.resolve(SETTINGS), settings.getBytes(UTF_8));
        OwnerOnlyFiles.write(
                into.placement().prepare(node(name).passphraseFile()),
                (new String(passphrase) + "\n").getBytes(UTF_8));
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
