package io.tidemark.ledger.seal;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.LogHead;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.merkle.InclusionProof;
import java.time.DateTimeException;
import java.util.Arrays;

/**
 * That an entry is in a day that a store closed: the entry and the hash before it give its place in
 * the chain, which is a leaf of the day's tree, whose root is in a leaf of the store's log, whose
 * root the gateway signed. Who has the store's public key need believe nobody on the way.
 *
 * @param previous the chain's hash before the entry
 * @param inDay from the entry to {@code day}'s root
 * @param inLog from {@code day} to {@code head}'s root
 */
public record DayProof(
        Hash previous,
        EntryBytes entry,
        InclusionProof inDay,
        DayLeaf day,
        InclusionProof inLog,
        LogHead head) {
    private static final String TAG = "tidemark-day-proof";
    private static final int TAG_MAX = 40;
    private static final int FIELDS = 7;

    /** An entry, two paths and what is around them. */
    public static final int BYTES_MAX = Limits.ENTRY_BYTES_MAX + (16 << 10);

    /** What it comes to for who holds the store's key. */
    public sealed interface Verdict {
        /**
         * @param hash the chain's at the entry, which its device signed
         */
        record Proven(Entry entry, Hash hash) implements Verdict {}

        /**
         * @param why for people
         */
        record Refused(String why) implements Verdict {}
    }

    /** The chain's hash at the entry: the day's leaf. */
    public Hash hash() {
        return new Head(0, previous).then(entry).hash();
    }

    /**
     * @param gateway the store's key
     */
    public Verdict verify(Verifier gateway) {
        if (!head.isBy(gateway))
            return new Verdict.Refused(
                    "the head of " + head + " is not signed with this key of the store");
        if (inLog.size() != head.size() || !inLog.leads(day.toBytes(), head.root()))
            return new Verdict.Refused(
                    day.label() + " is not what " + head + " has at place " + inLog.index());
        if (inDay.size() != day.entries() || !inDay.leads(hash().toBytes(), day.root()))
            return new Verdict.Refused(
                    "the entry is not what "
                            + day.label()
                            + " has at place "
                            + inDay.index()
                            + " of its "
                            + day.entries());
        return read();
    }

    private Verdict read() {
        try {
            return new Verdict.Proven(EntryCodec.decode(entry), hash());
        } catch (Malformed unreadable) {
            return new Verdict.Refused(
                    "the entry is in the day, and cannot be read: " + unreadable.getMessage());
        }
    }

    /** The array ["tidemark-day-proof", previous, entry, inDay, day, inLog, head]. */
    public byte[] toBytes() {
        CborWriter writer = new CborWriter(entry.size() + 4096);
        writer.array(FIELDS).text(TAG).bytes(previous.toBytes());
        entry.writeTo(writer);
        inDay.writeTo(writer);
        day.writeTo(writer);
        inLog.writeTo(writer);
        return head.writeTo(writer).toBytes();
    }

    /**
     * @throws Malformed if these bytes are no proof
     */
    public static DayProof parse(byte[] bytes) {
        if (bytes.length > BYTES_MAX)
            throw new Malformed(
                    "a proof of " + bytes.length + " bytes where " + BYTES_MAX + " are allowed");
        CborReader reader = new CborReader(bytes);
        try {
            DayProof proof = read(reader);
            if (!Arrays.equals(proof.toBytes(), bytes))
                throw new Malformed("it says more, or otherwise, than a proof does");
            return proof;
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new Malformed("no proof of a day: " + e.getMessage(), e);
        }
    }

    private static DayProof read(CborReader reader) {
        reader.arrayOf(FIELDS);
        if (!reader.text(TAG_MAX).equals(TAG)) throw new Malformed("no proof of a day");
        return new DayProof(
                Hash.of(reader.bytesOf(Hash.BYTES)),
                EntryBytes.readFrom(reader),
                InclusionProof.readFrom(reader),
                DayLeaf.readFrom(reader),
                InclusionProof.readFrom(reader),
                LogHead.readFrom(reader));
    }
}
