package io.tidemark.cloud.masterdata;

import io.tidemark.node.kept.Room;
import io.tidemark.node.writer.NotNow;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where files are written that nobody uses yet. They may be large, and never take the room that the
 * journals need: a force that finds none stops head office.
 *
 * @param directory its own; what an earlier run left in it is of no use
 */
record Drafts(Path directory, Room room) {
    private static final int PIECE_BYTES = 64 << 10;
    private static final Duration RETRY = Duration.ofMinutes(1);

    Path file(String name) {
        return directory.resolve(name);
    }

    /**
     * Writes a new file, here or elsewhere on this disk. To be deleted by the caller if that fails.
     *
     * @throws NotNow from any write that would leave too little of the disk
     */
    OutputStream into(Path file) throws IOException {
        return new BufferedOutputStream(new WithinRoom(Files.newOutputStream(file)), PIECE_BYTES);
    }

    /** Products in a file of their own, which is gone when it is closed. */
    Draft products() throws IOException {
        Path file = Files.createTempFile(directory, "products-", ".draft");
        return new Draft(file, into(file));
    }

    private final class WithinRoom extends FilterOutputStream {
        WithinRoom(OutputStream file) {
            super(file);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (room.usableBytes() < Room.BYTES_MIN + length)
                throw new NotNow(
                        "head office's disk is nearly full: free some space, then try again",
                        RETRY);
            out.write(bytes, from, length);
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }
    }
}
