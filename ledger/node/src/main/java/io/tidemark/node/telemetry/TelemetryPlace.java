package io.tidemark.node.telemetry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Where the telemetry database lies, and the key that it is encrypted under.
 *
 * <pre>
 * telemetry-1.mv.db     H2; may be deleted at any time while the node is stopped
 * telemetry-1.aside     the last one that was damaged, for whoever wants to know why
 * telemetry-1.opening   there while it is opened: an opening that ended the process is not repeated
 * </pre>
 *
 * <p>Another form of the tables has another number, and begins with nothing.
 */
public final class TelemetryPlace {
    private static final String NAME = "telemetry-1";
    private static final String USER = "TELEMETRY";

    /** In KiB; H2's own is a part of the heap. */
    private static final int CACHE = 4_096;

    private final Path directory;
    private final byte[] key;

    /**
     * @param nodeKey the node's journal key; the file's password is derived from it
     */
    public TelemetryPlace(Path directory, byte[] nodeKey) {
        this.directory = directory.toAbsolutePath();
        this.key = nodeKey.clone();
    }

    Path file() {
        return directory.resolve(NAME + ".mv.db");
    }

    Path aside() {
        return directory.resolve(NAME + ".aside");
    }

    private Path opening() {
        return directory.resolve(NAME + ".opening");
    }

    /** Whether an opening has begun that has not come to its end. */
    boolean isSuspect() {
        return Files.exists(opening());
    }

    void beginOpening() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(opening(), "");
    }

    void endOpening() throws IOException {
        Files.deleteIfExists(opening());
    }

    /** {@code async:}, because an interrupt would close the {@code file:} channel for everyone. */
    Connection connect() throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(
                "jdbc:h2:async:"
                        + directory.resolve(NAME)
                        + ";CIPHER=AES;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;CACHE_SIZE="
                        + CACHE);
        source.setUser(USER);
        source.setPassword(password("file") + " " + password("user"));
        return source.getConnection();
    }

    /** One is kept; what was put aside before it goes. */
    void putAside() throws IOException {
        if (Files.exists(file())) Files.move(file(), aside(), StandardCopyOption.REPLACE_EXISTING);
        endOpening();
    }

    /** HMAC-SHA-256 (RFC 2104), without the spaces that H2 splits passwords at. */
    private String password(String use) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(
                            mac.doFinal(
                                    ("tidemark-telemetry/" + use)
                                            .getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
