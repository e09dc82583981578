package io.tidemark.ledger.archive;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.SegmentInfo;
import io.tidemark.ledger.journal.Slice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A segment's entries as an archive holds them: a CBOR sequence (RFC 8742) of batches, each ending
 * at a head its origin signed, so that the archive proves itself. Read piece by piece, never
 * written out in clear.
 */
public final class SegmentContent extends InputStream {
    private final Journal journal;
    private final long last;
    private long next;
    private InputStream batch = InputStream.nullInputStream();

    public SegmentContent(Journal journal, SegmentInfo segment) {
        this.journal = journal;
        this.next = segment.first();
        this.last = segment.last();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) return 0;
        int read = batch.read(into, offset, length);
        while (read < 0 && next <= last) {
            Slice slice = journal.read(next, Limits.BATCH_BYTES_TARGET);
            next = slice.last() + 1;
            batch = new ByteArrayInputStream(slice.toBatch().toBytes());
            read = batch.read(into, offset, length);
        }
        return read;
    }
}
