package io.tidemark.lab.simulate;

import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.Verifier;

/**
 * Keys of simulated nodes. Ed25519 would take most of a seed's time, so by default a signature is a
 * keyed hash (SHA-256 over key and statement): as good as the real one at telling apart who said
 * what in a world where nobody guesses keys, and of no worth outside it. Nothing but the simulator
 * may use it.
 */
sealed interface Signatures permits KeyedHash, RealSignatures {
    Signer signerOf(NodeName node);

    Verifier verifierOf(NodeName node);
}
