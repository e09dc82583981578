package io.tidemark.node.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Directories as provisioning makes them. */
public record Homes(Path parent) {
    public Path till(String settings) throws IOException {
        Path home = Files.createDirectories(parent.resolve("till-1"));
        Files.writeString(home.resolve("node.yaml"), settings);
        Files.writeString(passphraseFile(), "correct horse\n");
        return home;
    }

    public Path passphraseFile() {
        return parent.resolve("passphrase");
    }
}
