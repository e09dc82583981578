package io.tidemark.fog.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files HiveMQ insists on reading at start: its configuration and the key stores, under a
 * random password that is known to this process only. In a directory no other user can enter, and
 * gone once the listener is up.
 */
final class BrokerFiles implements AutoCloseable {
    private static final String KEYS = "keys.p12";
    private static final String TRUSTED = "trusted.p12";
    private static final String CONFIGURATION = "config.xml";

    private final Path directory;

    private BrokerFiles(Path directory) {
        this.directory = directory;
    }

    static BrokerFiles write(BrokerSettings settings, BrokerKeys keys)
            throws IOException, GeneralSecurityException {
        BrokerFiles files = new BrokerFiles(settings.directory());
        files.close();
        Files.createDirectories(settings.directory().toAbsolutePath().getParent());
        Files.createDirectory(
                files.directory,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (String name : List.of("conf", "data", "extensions"))
            Files.createDirectory(files.directory.resolve(name));
        String password = randomPassword();
        files.store(KEYS, rewrapped(keys, password), password);
        files.store(TRUSTED, keys.trusted(), password);
        Files.writeString(
                files.configuration().resolve(CONFIGURATION),
                BrokerConfiguration.xml(settings, files.path(KEYS), files.path(TRUSTED), password));
        return files;
    }

    Path configuration() {
        return directory.resolve("conf");
    }

    Path data() {
        return directory.resolve("data");
    }

    Path extensions() {
        return directory.resolve("extensions");
    }

    /** Takes the secrets off the disk; HiveMQ keeps what it read in memory. */
    void removeSecrets() throws IOException {
        for (Path secret :
                List.of(path(KEYS), path(TRUSTED), configuration().resolve(CONFIGURATION)))
            Files.deleteIfExists(secret);
    }

    @Override
    public void close() throws IOException {
        if (!Files.exists(directory)) return;
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    private Path path(String name) {
        return directory.resolve(name).toAbsolutePath();
    }

    private void store(String name, KeyStore store, String password)
            throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(path(name), StandardOpenOption.CREATE_NEW)) {
            store.store(out, password.toCharArray());
        }
    }

    private static KeyStore rewrapped(BrokerKeys from, String password)
            throws IOException, GeneralSecurityException {
        KeyStore to = KeyStore.getInstance("PKCS12");
        to.load(null, null);
        for (String alias : Collections.list(from.keys().aliases())) {
            if (!from.keys().isKeyEntry(alias)) continue;
            Key key = from.keys().getKey(alias, from.keyPassword());
            to.setKeyEntry(
                    alias, key, password.toCharArray(), from.keys().getCertificateChain(alias));
        }
        return to;
    }

    private static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
