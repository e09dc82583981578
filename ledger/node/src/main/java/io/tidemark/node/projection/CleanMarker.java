package io.tidemark.node.projection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The statement, left at a clean close, of what the file was: its size and SHA-256. A file that
 * still is so needs no scan. It is taken away before the file is opened, so that it never outlives
 * what it says.
 */
record CleanMarker(H2File file) {
    private static final int LENGTH_MAX = 256;

    void leave() throws IOException {
        Path draft = file.marker().resolveSibling(file.name() + ".clean.new");
        Files.writeString(draft, statement());
        Files.move(draft, file.marker(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** True if there was one and it is true; it is gone then. */
    boolean takeIfTrue() throws IOException {
        boolean holds = holds();
        Files.deleteIfExists(file.marker());
        return holds;
    }

    boolean holds() throws IOException {
        Path marker = file.marker();
        return Files.isRegularFile(marker)
                && Files.size(marker) <= LENGTH_MAX
                && new String(
                                Files.readAllBytes(marker),
                                java.nio.charset.StandardCharsets.ISO_8859_1)
                        .equals(statement());
    }

    private String statement() throws IOException {
        return Files.size(file.path()) + " " + HexFormat.of().formatHex(sha256()) + "\n";
    }

    private byte[] sha256() throws IOException {
        try (InputStream content = Files.newInputStream(file.path())) {
            DigestInputStream digested =
                    new DigestInputStream(content, MessageDigest.getInstance("SHA-256"));
            digested.transferTo(OutputStream.nullOutputStream());
            return digested.getMessageDigest().digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
