package io.tidemark.authority;

import io.tidemark.ledger.NodeName;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What putting a new device in another's place needs to know, whatever it is. */
final class ReplaceOptions {
    @Mixin private final AuthorityOptions options = new AuthorityOptions();

    @Option(
            names = "--settings",
            paramLabel = "NODE.YAML",
            description = "The settings of the one that is replaced; those below OUT if not given.")
    private @Nullable Path settings;

    Authority open() throws IOException {
        return options.open();
    }

    Path settings(Authority authority, NodeName before) {
        return settings == null ? authority.settingsBelow(options.out(), before) : settings;
    }

    char[] passphrase() {
        return options.passphrase();
    }

    Path out() {
        return options.out();
    }
}
