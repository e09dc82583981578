package io.tidemark.fog.forward;

import io.tidemark.node.kept.Room;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Stops before it takes the room that closing a day needs. */
final class SparingOutput extends FilterOutputStream {
    private static final long LOOK_EVERY_BYTES = 1 << 20;

    private final Room room;
    private long written = LOOK_EVERY_BYTES;

    SparingOutput(OutputStream out, Room room) {
        super(out);
        this.room = room;
    }

    @Override
    public void write(int one) throws IOException {
        spare(1);
        out.write(one);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        spare(length);
        out.write(bytes, offset, length);
    }

    private void spare(int bytes) throws IOException {
        written += bytes;
        if (written < LOOK_EVERY_BYTES) return;
        written = 0;
        if (room.usableBytes() < Room.BYTES_MIN)
            throw new IOException(
                    "less than "
                            + (Room.BYTES_MIN >> 20)
                            + " MiB are left on this gateway's disk: free some space; the rest is"
                            + " kept for closing the day");
    }
}
