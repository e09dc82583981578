package io.tidemark.fog.broker;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes the gateway's TLS key and the authorities it trusts into files, because HiveMQ takes them
 * from nowhere else. The broker removes them as soon as it has read them.
 */
@FunctionalInterface
public interface BrokerKeys {
    /** Writes both PKCS#12 stores into this directory, which no other user can enter. */
    Stores writeInto(Path directory) throws IOException;

    /**
     * @param password of both stores and of the key within; random, and known to this process only
     */
    record Stores(Path keys, Path trusted, String password) {
        @Override
        public String toString() {
            return "Stores[" + keys + ", " + trusted + "]";
        }
    }
}
