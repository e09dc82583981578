package io.tidemark.fog.forward;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a file may come in before it is known what it is.
 *
 * @param file what an earlier attempt left there is gone on from
 * @param bytesMax that it may have and the disk leave the journals their room
 */
public record Incoming(Path file, long bytesMax) {
    /** Beside it, of what it is a part. */
    Path tag() {
        return file.resolveSibling(file.getFileName() + ".tag");
    }

    /** Nothing of it is gone on from. */
    public void forget() throws IOException {
        Files.deleteIfExists(tag());
        Files.deleteIfExists(file);
    }
}
