package io.tidemark.ledger.journal;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.journal.JournalIndex.Checkpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads forced entries again, from the nearest checkpoint forward, in memory bounded by what is
 * asked for. Each call opens the file for itself, so that any number of threads may read beside the
 * writer.
 */
final class JournalReader {
    private final JournalId journal;
    private final Storage storage;
    private final JournalKey key;
    private final JournalIndex index;

    /** Where the newest slice ended: a sender reads on from there, over and over. */
    private volatile @Nullable Checkpoint readOn;

    JournalReader(JournalId journal, Storage storage, JournalKey key, JournalIndex index) {
        this.journal = journal;
        this.storage = storage;
        this.key = key;
        this.index = index;
    }

    Hash hashAt(long sequence) throws IOException {
        Checkpoint start = index.floor(sequence);
        Walk walk = new Walk(start);
        try (StoredFile file = storage.openToRead(start.segment().name())) {
            FrameReader frames = frames(file, start);
            while (walk.head.sequence() < sequence) walk.take(frames.next());
        }
        return walk.head.hash();
    }

    /**
     * Where a reader stops.
     *
     * @param last no entry beyond this one: the writer may be ahead of what it said was forced
     * @param signed the newest, which may not be in a file yet
     */
    record Known(long last, @Nullable SignedHead signed) {}

    /**
     * @param bytesTarget of entries: exceeded only by the first group alone
     */
    Slice read(long from, Known known, int bytesTarget) throws IOException {
        Checkpoint start = startOf(from);
        Collected collected = new Collected(from, known, bytesTarget);
        Walk walk = new Walk(start);
        try (StoredFile file = storage.openToRead(start.segment().name())) {
            FrameReader frames = frames(file, start);
            do {
                Frame frame = frames.next();
                walk.take(frame);
                if (collected.take(frame))
                    readOn = new Checkpoint(start.segment(), frames.position(), walk.head);
                if (frame instanceof Frame.End) break;
            } while (!collected.isFull() && walk.head.sequence() <= known.last());
        }
        return collected.slice();
    }

    private Checkpoint startOf(long from) {
        Checkpoint next = readOn;
        boolean leadsThere =
                next != null
                        && next.before().sequence() + 1 == from
                        && next.segment().extent().head().sequence() >= from;
        return next != null && leadsThere ? next : index.floor(from);
    }

    /** Shows the entries of one segment from a place on, up to {@code last}. */
    void replay(Checkpoint start, long from, long last, EntryVisitor visitor) throws IOException {
        Walk walk = new Walk(start);
        try (StoredFile file = storage.openToRead(start.segment().name())) {
            FrameReader frames = frames(file, start);
            while (walk.head.sequence() < last) {
                Frame frame = frames.next();
                if (frame instanceof Frame.End) break;
                walk.take(frame);
                if (frame instanceof Frame.Entry entry && entry.sequence() >= from)
                    visitor.entry(entry.sequence(), walk.head.hash(), entry.entry());
            }
        }
    }

    private FrameReader frames(StoredFile file, Checkpoint start) {
        Segment segment = start.segment();
        ByteWindow window = new ByteWindow(file, segment.extent().end());
        FrameReader frames = new FrameReader(window, segment.hash(), key, start.position());
        SecretKey dataKey = segment.keyAt(start.position());
        if (dataKey != null) frames.under(dataKey);
        return frames;
    }

    /** Follows the chain, and finds damage that came after the journal was opened. */
    private final class Walk {
        private final String segment;
        private Head head;

        Walk(Checkpoint start) {
            segment = start.segment().name();
            head = start.before();
        }

        void take(Frame frame) {
            switch (frame) {
                case Frame.Entry entry -> {
                    if (entry.sequence() != head.sequence() + 1)
                        throw damaged(
                                frame.position(), "here is entry " + entry.sequence() + " instead");
                    head = head.then(entry.entry());
                }
                case Frame.Signed signed -> {
                    if (!signed.head().head().equals(head))
                        throw damaged(
                                frame.position(), "the chain does not lead to the signed head");
                }
                case Frame.Unreadable bad -> throw damaged(bad.position(), bad.why());
                case Frame.Key _, Frame.Seal _, Frame.End _ -> {}
            }
        }

        private JournalDamaged damaged(long position, String why) {
            return new JournalDamaged(
                    journal, head.sequence() + 1, new JournalDamaged.Place(segment, position), why);
        }
    }

    /** Gathers entries and remembers the last signed head that still fits. */
    private static final class Collected {
        private final long from;
        private final Known known;
        private final int bytesTarget;
        private final List<EntryBytes> entries = new ArrayList<>();
        private int fitting;
        private @Nullable SignedHead head;
        private long bytes;

        Collected(long from, Known known, int bytesTarget) {
            this.from = from;
            this.known = known;
            this.bytesTarget = bytesTarget;
        }

        /** True if the slice may now end after this frame. */
        boolean take(Frame frame) {
            if (frame instanceof Frame.Entry entry && entry.sequence() >= from) {
                entries.add(entry.entry());
                bytes += entry.entry().size();
                SignedHead newest = known.signed();
                if (newest != null && newest.sequence() == entry.sequence()) return end(newest);
            }
            return frame instanceof Frame.Signed signed && !entries.isEmpty() && end(signed.head());
        }

        private boolean end(SignedHead signed) {
            boolean fits = bytes <= bytesTarget && entries.size() <= Limits.BATCH_ENTRIES_MAX;
            if (signed.sequence() > known.last() || (head != null && !fits)) return false;
            head = signed;
            fitting = entries.size();
            return true;
        }

        boolean isFull() {
            return head != null
                    && (bytes > bytesTarget || entries.size() > Limits.BATCH_ENTRIES_MAX);
        }

        Slice slice() {
            if (head == null)
                throw new IllegalStateException(
                        "forced entries without a signed head, from " + from);
            return new Slice(from, entries.subList(0, fitting), head);
        }
    }
}
