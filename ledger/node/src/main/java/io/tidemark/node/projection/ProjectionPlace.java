package io.tidemark.node.projection;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where a projection's file is, and the node's key that it is encrypted under: it holds what the
 * journals hold.
 */
public final class ProjectionPlace {
    private final Path directory;
    private final byte[] key;

    /**
     * @param nodeKey the node's journal key; the file's password is derived from it
     */
    public ProjectionPlace(Path directory, byte[] nodeKey) {
        this.directory = directory.toAbsolutePath();
        this.key = nodeKey.clone();
    }

    Path directory() {
        return directory;
    }

    ProjectionPlace at(Path other) {
        return new ProjectionPlace(other, key);
    }

    /**
     * A password for this use only (HMAC-SHA-256, RFC 2104), without the spaces that H2 splits
     * passwords at.
     */
    String password(String use) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(
                            mac.doFinal(
                                    ("tidemark-projection/" + use)
                                            .getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
