package io.tidemark.fog.forward;

import java.nio.file.Path;

/**
 * Where a file may come in before it is known what it is.
 *
 * @param file written over
 * @param bytesMax that the disk can take and leave the journals their room
 */
public record Incoming(Path file, long bytesMax) {}
