package io.tidemark.authority;

import io.tidemark.identity.Passphrase;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the authority is, what opens it, and where homes go. */
final class AuthorityOptions {
    @Option(
            names = "--dir",
            required = true,
            paramLabel = "AUTH",
            description = "The authority's directory; keep it off every node.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path directory;

    @Option(
            names = "--passphrase-file",
            required = true,
            paramLabel = "FILE",
            description = "Its first line is the organisation's passphrase.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path passphraseFile;

    @Option(
            names = "--out",
            paramLabel = "OUT",
            description = "Where nodes' homes are put; AUTH-nodes, beside AUTH, if not given.")
    private @Nullable Path out;

    Path directory() {
        return directory;
    }

    char[] passphrase() {
        return Passphrase.readFile(passphraseFile);
    }

    Authority open() throws IOException {
        return Authority.open(directory, passphrase());
    }

    Path out() {
        if (out != null) return out;
        Path authority = directory.toAbsolutePath().normalize();
        return authority.resolveSibling(authority.getFileName() + "-nodes");
    }
}
