package io.tidemark.ledger.journal;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.journal.ForcedCell.Forced;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A journal as people look at it: any stretch of it, at once, in the memory of one frame, beside
 * the node that writes it. What is shown was decrypted and leads to the signed heads on its way;
 * whether those are signed by the right key, and whether all before is sound, {@link JournalCheck}
 * says. Only what is known to be forced is seen.
 */
public final class JournalView {
    private final JournalId id;
    private final Storage storage;
    private final JournalKey key;

    public JournalView(JournalId id, Storage storage, JournalKey key) {
        this.id = id;
        this.storage = storage;
        this.key = key;
    }

    /**
     * A segment, as its header tells it.
     *
     * @param first the sequence of its first entry
     * @param bytes of the file
     */
    public record Part(String name, int number, LocalDate day, long first, long bytes) {}

    /** The last entry known to be forced; 0 if there is none. */
    public long last() {
        return Reading.of(id, () -> forced().sequence());
    }

    /** All segments, in order. */
    public List<Part> parts() {
        return Reading.of(
                id,
                () -> {
                    List<Part> parts = new ArrayList<>();
                    for (SegmentHeader header : headers(forced()))
                        try (StoredFile file =
                                storage.openToRead(SegmentName.of(header.number()))) {
                            parts.add(
                                    new Part(
                                            SegmentName.of(header.number()),
                                            header.number(),
                                            header.day(),
                                            header.before().sequence() + 1,
                                            file.size()));
                        }
                    return parts;
                });
    }

    /**
     * Shows entries in order, and the signed heads behind them.
     *
     * @param from the first sequence, from 1
     * @param to the last; those that are not forced yet are left out
     * @throws JournalDamaged naming the first entry on the way that is not as it was written
     */
    public void show(long from, long to, JournalSight sight) {
        if (from < 1) throw new IllegalArgumentException("sequences start at 1, not " + from);
        Reading.of(
                id,
                () -> {
                    Forced forced = forced();
                    long last = Math.min(to, forced.sequence());
                    List<SegmentHeader> headers = headers(forced);
                    LastSigned sighted = new LastSigned(sight);
                    for (int i = 0; i < headers.size(); i++) {
                        long first = headers.get(i).before().sequence() + 1;
                        boolean before =
                                i + 1 < headers.size()
                                        && headers.get(i + 1).before().sequence() + 1 <= from;
                        if (!before && first <= last)
                            show(headers.get(i), forced, from, last, sighted);
                    }
                    SignedHead newest = forced.signed();
                    if (newest != null && newest.sequence() >= from && newest.sequence() <= last)
                        sighted.signedAtLast(newest);
                    return true;
                });
    }

    /** The newest signed head may be in a segment already, and is shown once. */
    private static final class LastSigned implements JournalSight {
        private final JournalSight sight;
        private @Nullable Head shown;
        private long last;

        LastSigned(JournalSight sight) {
            this.sight = sight;
        }

        @Override
        public void entry(long sequence, Hash hash, EntryBytes entry) {
            shown = new Head(sequence, hash);
            sight.entry(sequence, hash, entry);
        }

        @Override
        public void pruned(PrunedEntry left) {
            shown = left.after();
            sight.pruned(left);
        }

        @Override
        public void signed(SignedHead head) {
            last = head.sequence();
            sight.signed(head);
        }

        void signedAtLast(SignedHead newest) {
            if (newest.sequence() <= last) return;
            if (!newest.head().equals(shown))
                throw new JournalDamaged(
                        newest.journal(),
                        newest.sequence(),
                        new JournalDamaged.Place(ForcedCell.NAME, 0),
                        "it is about another head than the chain's");
            signed(newest);
        }
    }

    private void show(SegmentHeader header, Forced forced, long from, long last, JournalSight sight)
            throws IOException {
        String name = SegmentName.of(header.number());
        try (StoredFile file = storage.openToRead(name)) {
            long end = Math.min(file.size(), forced.positionIn(header.number()));
            Stretch stretch = new Stretch(id, header, new ByteWindow(file, end), key);
            stretch.skipTo(from);
            stretch.show(from, last, sight);
        }
    }

    private List<SegmentHeader> headers(Forced forced) throws IOException {
        SortedMap<Integer, String> names = JournalScan.segments(storage.list());
        List<SegmentHeader> headers = new ArrayList<>();
        for (int number = 1; number <= forced.segment(); number++) {
            if (!names.containsKey(number)) throw missing(number, headers);
            headers.add(header(number));
        }
        return headers;
    }

    private SegmentHeader header(int number) throws IOException {
        String name = SegmentName.of(number);
        try (StoredFile file = storage.openToRead(name)) {
            ByteBuffer start =
                    ByteBuffer.allocate((int) Math.min(file.size(), SegmentHeader.BYTES_MAX));
            file.read(0, start);
            return SegmentHeader.parse(start.array(), id);
        } catch (Malformed e) {
            throw new JournalDamaged(
                    id, 1, new JournalDamaged.Place(name, 0), String.valueOf(e.getMessage()));
        }
    }

    private JournalDamaged missing(int number, List<SegmentHeader> before) {
        Head known = before.isEmpty() ? Head.genesis(id) : before.getLast().before();
        return new JournalDamaged(
                id,
                known.sequence() + 1,
                new JournalDamaged.Place(SegmentName.of(number), 0),
                "the segment is missing");
    }

    /** Read before anything else, lest a running writer be ahead of it. */
    private Forced forced() throws IOException {
        if (JournalScan.isNew(storage.list())) return Forced.NOTHING;
        try {
            return ForcedCell.read(storage, id);
        } catch (Malformed e) {
            throw new JournalDamaged(
                    id,
                    0,
                    new JournalDamaged.Place(ForcedCell.NAME, 0),
                    String.valueOf(e.getMessage()));
        }
    }
}
