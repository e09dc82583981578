package io.tidemark.ledger.seal;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.StoreDayClosed;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A close-down as a leaf of the store's log.
 *
 * @param supplement 0 for the Z itself, then 1, 2, …
 * @param entries how many of the day it takes in
 * @param root over them
 * @param closeDown the digest of the close-down's bytes, as they stand in the store's journal
 */
public record DayLeaf(
        LocalDate day, long zNumber, int supplement, long entries, Hash root, Hash closeDown) {
    private static final String TAG = "tidemark-day";
    private static final int TAG_MAX = 40;
    private static final int FIELDS = 7;

    /**
     * Of a close-down, as it stands in the store's journal; none by rules that had no root yet.
     *
     * @param bytes the entry that it is decoded from
     */
    public static Optional<DayLeaf> of(StoreDayClosed closed, EntryBytes bytes) {
        DayDetails details = closed.details();
        if (details == null) return Optional.empty();
        return Optional.of(
                new DayLeaf(
                        closed.day(),
                        closed.zNumber(),
                        closed.supplement(),
                        details.entries(),
                        details.root(),
                        Hash.digest(bytes.event())));
    }

    /** As in {@code Z 12 of 2026-11-20, supplement 1}. */
    public String label() {
        return StoreDayClosed.label(zNumber, day, supplement);
    }

    /** What the leaf is the hash of. */
    public byte[] toBytes() {
        return writeTo(new CborWriter()).toBytes();
    }

    CborWriter writeTo(CborWriter writer) {
        return writer.array(FIELDS)
                .text(TAG)
                .integer(day.toEpochDay())
                .integer(zNumber)
                .integer(supplement)
                .integer(entries)
                .bytes(root.toBytes())
                .bytes(closeDown.toBytes());
    }

    static DayLeaf readFrom(CborReader reader) {
        reader.arrayOf(FIELDS);
        if (!reader.text(TAG_MAX).equals(TAG)) throw new Malformed("no leaf of a log of days");
        return new DayLeaf(
                LocalDate.ofEpochDay(reader.integer()),
                reader.integer(),
                reader.integer(0, Integer.MAX_VALUE),
                reader.integer(),
                Hash.of(reader.bytesOf(Hash.BYTES)),
                Hash.of(reader.bytesOf(Hash.BYTES)));
    }
}
