package io.tidemark.fog.broker;

import java.security.KeyStore;

/**
 * The gateway's TLS key with its chain, and the authorities whose devices it lets in. Copied into
 * files of the broker's own, because HiveMQ takes them from nowhere else, and removed as soon as it
 * has read them.
 *
 * @param keyPassword the password of the key within {@code keys}
 */
public record BrokerKeys(KeyStore keys, char[] keyPassword, KeyStore trusted) {}
