package io.tidemark.ledger.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.codec.Malformed;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a stretch of a journal, to be carried by a person: magic, version, then each batch's
 * bytes after their length (u32), and a length of 0 at the end, so that a cut file is noticed.
 * Every batch is checked against the origin's signature as it is read.
 */
final class CopyFile implements FrameSource {
    static final int VERSION = 1;

    private static final byte[] MAGIC = "TIDEMRKC".getBytes(UTF_8);

    private final DataInputStream input;
    private final JournalId journal;
    private final Verifier origin;
    private final Queue<Frame> ready = new ArrayDeque<>();
    private long last;
    private boolean ended;

    CopyFile(InputStream input, JournalId journal, Verifier origin) throws IOException {
        this.input = new DataInputStream(input);
        this.journal = journal;
        this.origin = origin;
        if (!Arrays.equals(this.input.readNBytes(MAGIC.length), MAGIC))
            throw new Malformed("no copy of a journal");
        int version = readOrCutOff(this.input::readUnsignedShort);
        if (version != VERSION)
            throw new Malformed(
                    "written in format " + version + ", which this program does not know");
    }

    @Override
    public @Nullable Frame next() throws IOException {
        while (ready.isEmpty() && !ended) readBatch();
        return ready.poll();
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    static DataOutputStream begin(OutputStream output) throws IOException {
        DataOutputStream data = new DataOutputStream(output);
        data.write(MAGIC);
        data.writeShort(VERSION);
        return data;
    }

    static void write(DataOutputStream output, Batch batch) throws IOException {
        byte[] bytes = batch.toBytes();
        output.writeInt(bytes.length);
        output.write(bytes);
    }

    static void end(DataOutputStream output) throws IOException {
        output.writeInt(0);
        output.flush();
    }

    private void readBatch() throws IOException {
        int length = readOrCutOff(input::readInt);
        if (length == 0) {
            ended = true;
            return;
        }
        if (length < 0 || length > Limits.BATCH_BYTES_MAX)
            throw new Malformed("a batch of " + length + " bytes");
        byte[] bytes = input.readNBytes(length);
        if (bytes.length < length) throw cutOff();
        add(Batch.parse(bytes));
    }

    private void add(Batch batch) {
        if (!batch.origin().equals(journal))
            throw new Malformed("a copy of journal " + batch.origin().label());
        if (!batch.head().isBy(origin))
            throw new Malformed(
                    "a batch up to entry "
                            + batch.last()
                            + " that "
                            + journal.node()
                            + " did not sign");
        if (batch.from() <= last) throw new Malformed("batches that are not in order");
        long sequence = batch.from();
        for (EntryBytes entry : batch.entries()) ready.add(new Frame.Entry(0, sequence++, entry));
        ready.add(new Frame.Signed(0, batch.head()));
        last = batch.last();
    }

    private interface IntRead {
        int read() throws IOException;
    }

    private static int readOrCutOff(IntRead read) throws IOException {
        try {
            return read.read();
        } catch (EOFException e) {
            throw new Malformed("the copy is cut off", e);
        }
    }

    private static Malformed cutOff() {
        return new Malformed("the copy is cut off");
    }
}
