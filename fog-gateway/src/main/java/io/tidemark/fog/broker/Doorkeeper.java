package io.tidemark.fog.broker;

import io.tidemark.ledger.NodeName;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * Knows the devices of the store. Asked on every connection, after TLS has checked the
 * certificate's chain.
 */
@FunctionalInterface
public interface Doorkeeper {
    /** Whose certificate this is, if it is that of a device which may speak to this gateway. */
    Optional<NodeName> admit(X509Certificate certificate);
}
