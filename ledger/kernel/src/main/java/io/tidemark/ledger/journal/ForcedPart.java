package io.tidemark.ledger.journal;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.journal.ForcedCell.Forced;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A journal's files as far as they were forced when this was made: for whoever reads beside the
 * node that writes them, and must neither meet a write half there nor take for recorded what is
 * not.
 *
 * <p>Only while that node runs. After a power cut the note of what was forced is behind, and a
 * journal is read to its end.
 */
public final class ForcedPart extends ForwardingStorage {
    private final byte[] cell;
    private final Forced forced;

    private ForcedPart(Storage files, byte[] cell, Forced forced) {
        super(files);
        this.cell = cell.clone();
        this.forced = forced;
    }

    /**
     * @param files are not written through this
     * @return the files themselves where nothing was begun, or where the note is damaged, which
     *     opening them will say
     */
    public static Storage of(JournalId journal, Storage files) {
        try {
            if (!files.list().contains(ForcedCell.NAME)) return files;
            Forced forced = ForcedCell.read(files, journal);
            byte[] cell = ForcedCell.bytes(forced, Head.genesis(journal).hash());
            return new ForcedPart(files, cell, forced);
        } catch (Malformed damaged) {
            return files;
        } catch (IOException e) {
            throw Reading.failed(journal, e);
        }
    }

    @Override
    public List<String> list() throws IOException {
        return super.list().stream().filter(this::isForced).toList();
    }

    private boolean isForced(String name) {
        OptionalInt number = SegmentName.number(name);
        return number.isEmpty() || number.getAsInt() <= forced.segment();
    }

    @Override
    public StoredFile openToRead(String name) throws IOException {
        if (name.equals(ForcedCell.NAME))
            return new Part(super.openToRead(name), ByteBuffer.wrap(cell), cell.length);
        OptionalInt number = SegmentName.number(name);
        long end = number.isEmpty() ? Long.MAX_VALUE : forced.positionIn(number.getAsInt());
        return new Part(super.openToRead(name), null, end);
    }

    /** A file up to a position. */
    private static final class Part extends ForwardingFile {
        private final @Nullable ByteBuffer content;
        private final long end;

        Part(StoredFile behind, @Nullable ByteBuffer content, long end) {
            super(behind);
            this.content = content;
            this.end = end;
        }

        @Override
        public long size() throws IOException {
            return Math.min(super.size(), end);
        }

        @Override
        public int read(long position, ByteBuffer into) throws IOException {
            int length = Math.clamp(end - position, 0, into.remaining());
            ByteBuffer part = into.slice(into.position(), length);
            int read = content == null ? super.read(position, part) : copy(content, position, part);
            into.position(into.position() + read);
            return read;
        }

        private static int copy(ByteBuffer content, long position, ByteBuffer into) {
            int length = into.remaining();
            into.put(content.slice((int) position, length));
            return length;
        }
    }
}
