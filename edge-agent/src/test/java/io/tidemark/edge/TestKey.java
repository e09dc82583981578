package io.tidemark.edge;

import io.tidemark.identity.Ed25519;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.Verifier;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;

/** A signing key of a test's own. */
public final class TestKey {
    private final KeyPair pair;

    public TestKey() {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    public Signer signer() {
        return Ed25519.signer(pair.getPrivate());
    }

    public Verifier verifier() {
        return Ed25519.verifier(Ed25519.raw(pair.getPublic()));
    }
}
