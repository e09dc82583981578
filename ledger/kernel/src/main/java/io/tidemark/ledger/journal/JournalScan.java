package io.tidemark.ledger.journal;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.journal.ForcedCell.Forced;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks every byte of a journal's files without changing one: the chain from genesis, every signed
 * head, continuity over segments, and that nothing below the forced position is missing.
 */
final class JournalScan {
    private final Rules rules;
    private final Storage storage;
    private final JournalIndex index = new JournalIndex();

    private Head head;
    private @Nullable SignedHead signed;
    private @Nullable SignedHead owed;
    private long signedHeads;
    private long tornBytes;

    /**
     * A journal that passed.
     *
     * @param signed the newest, in a file or in the cell
     * @param owed the one of the cell, where no file has it yet
     * @param forced what the cell says; the files may hold more
     * @param tornBytes at the end of the last segment, which nobody was told of and a writer must
     *     cut
     */
    record Passed(
            JournalIndex index,
            Head head,
            @Nullable SignedHead signed,
            @Nullable SignedHead owed,
            long signedHeads,
            Forced forced,
            long tornBytes) {}

    JournalScan(Rules rules, Storage storage) {
        this.rules = rules;
        this.storage = storage;
        this.head = Head.genesis(rules.journal());
    }

    /** True if there is nothing yet, not even a beginning: then a journal may begin. */
    static boolean isNew(List<String> names) {
        return !names.contains(ForcedCell.NAME) && segments(names).isEmpty();
    }

    /** What a journal that never began would pass as. */
    Passed nothing() {
        return new Passed(index, head, null, null, 0, Forced.NOTHING, 0);
    }

    /**
     * @throws JournalDamaged naming the first bad entry
     */
    Passed run() throws IOException {
        Forced forced = forced(); // before the list, lest a running writer be ahead of it
        SortedMap<Integer, String> segments = segments(storage.list());
        int last = segments.isEmpty() ? 0 : segments.lastKey();
        for (int number = 1; number <= last; number++) {
            if (!segments.containsKey(number)) throw missing(number);
            scan(number, forced, number == last);
        }
        if (last < forced.segment()) throw missing(last + 1);
        signed(forced);
        if (rules.provenance() == Provenance.RECEIVED) requireSigned();
        return new Passed(index, head, signed, owed, signedHeads, forced, tornBytes);
    }

    /** The last head's signature is in the cell, until the next write brings it into a file. */
    private void signed(Forced forced) {
        SignedHead last = forced.signedAt(head.sequence());
        if (last == null) return;
        if (!last.head().equals(head)) throw cell("it is about another head than the chain's");
        if (signed != null && signed.head().equals(head)) return;
        if (!last.isBy(rules.origin()))
            throw cell("the signed head is not signed by " + rules.journal().node());
        signed = last;
        owed = last;
        signedHeads++;
    }

    /** What its origin did not sign, it did not send: entries and head came in one write. */
    private void requireSigned() {
        long last = signed == null ? 0 : signed.sequence();
        Segment segment = index.last();
        if (segment == null || last == head.sequence()) return;
        throw new JournalDamaged(
                rules.journal(),
                last + 1,
                new JournalDamaged.Place(segment.name(), segment.extent().end()),
                "its node has not signed the entries up to " + head.sequence());
    }

    private void scan(int number, Forced forced, boolean last) throws IOException {
        try (StoredFile file = storage.openToRead(SegmentName.of(number))) {
            Segment segment = new Segment(header(file, number));
            index.add(segment);
            SegmentScan.Bounds bounds =
                    new SegmentScan.Bounds(
                            file.size(),
                            forced.positionIn(number),
                            last && number >= forced.segment(),
                            last ? forced.sequence() : lastBefore(number + 1));
            SegmentScan.Passed passed = new SegmentScan(rules, index, segment, file, bounds).run();
            head = passed.head();
            if (passed.signed() != null) signed = passed.signed();
            signedHeads += passed.signedHeads();
            tornBytes = passed.tornBytes();
        }
    }

    /**
     * @return null where this is no stub that goes on from there, or not all of it is sound
     */
    @Nullable Segment soundStub(String name, Head before) throws IOException {
        head = before;
        try (StoredFile file = storage.openToRead(name)) {
            Segment segment = new Segment(header(file, SegmentName.number(name).orElseThrow()));
            SegmentScan.Bounds bounds =
                    new SegmentScan.Bounds(file.size(), Long.MAX_VALUE, false, Long.MAX_VALUE);
            new SegmentScan(rules, index, segment, file, bounds).run();
            return segment.extent().state() == Segment.State.PRUNED ? segment : null;
        } catch (JournalDamaged notSound) {
            return null;
        }
    }

    private SegmentHeader header(StoredFile file, int number) throws IOException {
        try {
            SegmentHeader header = SegmentHeader.parse(start(file), rules.journal());
            if (header.number() != number) throw new Malformed("it is segment " + header.number());
            if (!header.before().equals(head))
                throw new Malformed("it does not continue the segment before it");
            Segment previous = index.last();
            if (previous != null && header.day().isBefore(previous.header().day()))
                throw new Malformed("its day is before that of the segment before it");
            return header;
        } catch (Malformed e) {
            throw damaged(SegmentName.of(number), e.getMessage());
        }
    }

    /** The last entry before a segment, as its header says, or a maximum if it says nothing. */
    private long lastBefore(int number) throws IOException {
        String name = SegmentName.of(number);
        if (!storage.list().contains(name)) return Long.MAX_VALUE;
        try (StoredFile file = storage.openToRead(name)) {
            return SegmentHeader.parse(start(file), rules.journal()).before().sequence();
        } catch (Malformed e) {
            return Long.MAX_VALUE; // reported when that segment's turn comes
        }
    }

    private static byte[] start(StoredFile file) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate((int) Math.min(file.size(), SegmentHeader.BYTES_MAX));
        file.read(0, bytes);
        return bytes.array();
    }

    private Forced forced() throws IOException {
        try {
            return ForcedCell.read(storage, rules.journal());
        } catch (Malformed e) {
            throw cell(e.getMessage() + ", so it cannot be told whether the journal is complete");
        }
    }

    private JournalDamaged cell(String why) {
        return new JournalDamaged(
                rules.journal(), 0, new JournalDamaged.Place(ForcedCell.NAME, 0), why);
    }

    private JournalDamaged missing(int number) {
        return damaged(SegmentName.of(number), "the segment is missing");
    }

    private JournalDamaged damaged(String segment, @Nullable String why) {
        return new JournalDamaged(
                rules.journal(),
                head.sequence() + 1,
                new JournalDamaged.Place(segment, 0),
                String.valueOf(why));
    }

    static SortedMap<Integer, String> segments(List<String> names) {
        SortedMap<Integer, String> segments = new TreeMap<>();
        for (String name : names) {
            OptionalInt number = SegmentName.number(name);
            if (number.isPresent()) segments.put(number.getAsInt(), name);
        }
        return segments;
    }
}
