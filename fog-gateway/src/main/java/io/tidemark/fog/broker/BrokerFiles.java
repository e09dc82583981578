package io.tidemark.fog.broker;

import io.tidemark.node.kept.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The files HiveMQ insists on reading at start: its configuration and the key stores. In a
 * directory no other user can enter; secrets are gone once the listener is up, the rest when the
 * broker stops, and what a killed process left is removed before the next start.
 */
final class BrokerFiles implements AutoCloseable {
    private static final String CONFIGURATION = "config.xml";

    private final Path directory;
    private final BrokerKeys.Stores stores;

    private BrokerFiles(Path directory, BrokerKeys.Stores stores) {
        this.directory = directory;
        this.stores = stores;
    }

    static BrokerFiles write(BrokerSettings settings, BrokerKeys keys) throws IOException {
        Path directory = settings.directory().toAbsolutePath();
        Scratch.remove(directory);
        Files.createDirectories(directory.getParent());
        Files.createDirectory(
                directory,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (String name : List.of("conf", "data", "extensions"))
            Files.createDirectory(directory.resolve(name));
        BrokerFiles files = new BrokerFiles(directory, keys.writeInto(directory));
        Files.writeString(
                files.configuration().resolve(CONFIGURATION),
                BrokerConfiguration.xml(settings, files.stores));
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
        Files.deleteIfExists(stores.keys());
        Files.deleteIfExists(stores.trusted());
        Files.deleteIfExists(configuration().resolve(CONFIGURATION));
    }

    @Override
    public void close() throws IOException {
        Scratch.remove(directory);
    }
}
