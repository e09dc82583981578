package io.tidemark.lab.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.Verifier;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Ed25519 as the nodes use it, with keys made from the nodes' names: {@code --real-signatures}. */
record RealSignatures() implements Signatures {
    @Override
    public Signer signerOf(NodeName node) {
        Ed25519PrivateKeyParameters key = key(node);
        return statement -> {
            byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
            key.sign(Ed25519.Algorithm.Ed25519, null, statement, 0, statement.length, signature, 0);
            return signature;
        };
    }

    @Override
    public Verifier verifierOf(NodeName node) {
        byte[] publicKey = key(node).generatePublicKey().getEncoded();
        return (statement, signature) ->
                Ed25519.verify(signature, 0, publicKey, 0, statement, 0, statement.length);
    }

    private static Ed25519PrivateKeyParameters key(NodeName node) {
        return new Ed25519PrivateKeyParameters(Hash.digest(node.uri().getBytes(UTF_8)).toBytes());
    }
}
