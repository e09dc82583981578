package io.tidemark.ledger.journal;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.event.EntryPruned;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.journal.JournalIndex.Checkpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
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
    private final ReadWriteLock swapping = new ReentrantReadWriteLock();

    /** Where the newest slice ended: a sender reads on from there, over and over. */
    private volatile @Nullable Checkpoint readOn;

    JournalReader(JournalId journal, Storage storage, JournalKey key, JournalIndex index) {
        this.journal = journal;
        this.storage = storage;
        this.key = key;
        this.index = index;
    }

    /** What renames files and tells the index of it. */
    interface Swapping {
        void run() throws IOException;
    }

    /** A place to read from, in the file that it is about, whatever takes its name later. */
    private record Opened(Checkpoint start, StoredFile file) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    Hash hashAt(long sequence) throws IOException {
        try (Opened opened = open(() -> index.floor(sequence))) {
            Walk walk = walk(opened);
            walk.to(sequence, frames(opened));
            return walk.head().hash();
        }
    }

    EntryBytes entry(long sequence) throws IOException {
        try (Opened opened = open(() -> index.floor(sequence))) {
            Walk walk = walk(opened);
            FrameReader frames = frames(opened);
            walk.to(sequence - 1, frames);
            while (true) {
                Frame frame = frames.next();
                walk.take(frame);
                switch (frame) {
                    case Frame.Entry whole -> {
                        return whole.entry();
                    }
                    case Frame.Pruned pruned -> throw new EntryPruned(pruned.left());
                    case Frame.End end ->
                            throw new IllegalStateException(
                                    "no entry " + sequence + " before position " + end.position());
                    case Frame.Key _, Frame.Signed _, Frame.Seal _, Frame.Unreadable _ -> {}
                }
            }
        }
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
        return collect(from, known, bytesTarget).slice();
    }

    private Collected collect(long from, Known known, int bytesTarget) throws IOException {
        Collected collected = new Collected(from, known, bytesTarget);
        try (Opened opened = open(() -> startOf(from))) {
            Walk walk = walk(opened);
            FrameReader frames = frames(opened);
            do {
                Frame frame = frames.next();
                walk.take(frame);
                if (collected.take(frame))
                    readOn =
                            new Checkpoint(
                                    opened.start().segment(), frames.position(), walk.head());
                if (frame instanceof Frame.End) break;
            } while (!collected.isFull() && walk.head().sequence() <= known.last());
        }
        return collected;
    }

    /** The same, also where nobody has signed them yet. */
    List<EntryBytes> entries(long from, Known known, int bytesTarget) throws IOException {
        return collect(from, known, bytesTarget).fitting();
    }

    private Checkpoint startOf(long from) {
        Checkpoint next = readOn;
        boolean leadsThere =
                next != null
                        && index.holds(next.segment())
                        && next.before().sequence() + 1 == from
                        && next.segment().extent().head().sequence() >= from;
        return next != null && leadsThere ? next : index.floor(from);
    }

    /**
     * Shows the entries of one segment from this one on, up to {@code last}.
     *
     * @return the first sequence beyond them
     */
    long replay(long from, long last, EntryVisitor visitor) throws IOException {
        try (Opened opened = open(() -> index.floor(from))) {
            Walk walk = walk(opened);
            FrameReader frames = frames(opened);
            while (walk.head().sequence() < last) {
                Frame frame = frames.next();
                if (frame instanceof Frame.End) break;
                walk.take(frame);
                show(frame, from, walk.head(), visitor);
            }
            return walk.head().sequence() + 1;
        }
    }

    private static void show(Frame frame, long from, Head after, EntryVisitor visitor) {
        if (after.sequence() < from) return;
        if (frame instanceof Frame.Entry entry)
            visitor.entry(after.sequence(), after.hash(), entry.entry());
        if (frame instanceof Frame.Pruned pruned) visitor.pruned(pruned.left());
    }

    /** Puts other files in the place of some; no reader looks for its place meanwhile. */
    void swap(Swapping swap) throws IOException {
        swapping.writeLock().lock();
        try {
            swap.run();
        } finally {
            swapping.writeLock().unlock();
        }
    }

    private Opened open(Supplier<Checkpoint> place) throws IOException {
        swapping.readLock().lock();
        try {
            Checkpoint start = place.get();
            return new Opened(start, storage.openToRead(start.segment().name()));
        } finally {
            swapping.readLock().unlock();
        }
    }

    private Walk walk(Opened opened) {
        Checkpoint start = opened.start();
        return new Walk(journal, start.segment().name(), start.before());
    }

    private FrameReader frames(Opened opened) {
        Checkpoint start = opened.start();
        Segment segment = start.segment();
        ByteWindow window = new ByteWindow(opened.file(), segment.extent().end());
        FrameReader frames = new FrameReader(window, segment.hash(), key, start.position());
        SecretKey dataKey = segment.keyAt(start.position());
        if (dataKey != null) frames.under(dataKey);
        return frames;
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
            if (frame instanceof Frame.Pruned(_, PrunedEntry left) && left.sequence() >= from)
                throw new EntryPruned(left);
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

        /** Behind the newest signed head is one write at most. */
        List<EntryBytes> fitting() {
            int forced = (int) Math.min(entries.size(), known.last() - from + 1);
            return List.copyOf(entries.subList(0, head == null ? forced : fitting));
        }

        Slice slice() {
            if (head == null)
                throw new IllegalStateException(
                        "forced entries without a signed head, from " + from);
            return new Slice(from, entries.subList(0, fitting), head);
        }
    }
}
