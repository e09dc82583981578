package io.tidemark.ledger.event;

import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.util.OptionalLong;

/**
 * This journal goes on where another one stopped: the first entry of a new epoch, or of a new till
 * at an old workstation. The entries of the branch that is taken in follow, byte for byte, then new
 * ones.
 *
 * @param grant what allows it
 * @param forkedAt in the old journal, sequence of the branch's first entry that is taken in here; 0
 *     where none is
 * @param branchEnd in the old journal, sequence of its last; 0 where none is
 * @param carried where the workstation stands ({@link io.tidemark.ledger.closedown.StandingFold})
 */
public record JournalContinued(EpochGrant grant, long forkedAt, long branchEnd, Carried carried)
        implements Event {
    private static final int FIELDS = 4;

    public JournalContinued {
        boolean branch = forkedAt != 0;
        if (branch && (forkedAt != grant.shared().sequence() + 1 || branchEnd < forkedAt))
            throw new IllegalArgumentException(
                    "a branch of entries " + forkedAt + " to " + branchEnd + ", after " + grant);
        if (!branch && branchEnd != 0)
            throw new IllegalArgumentException("no branch ends at " + branchEnd);
        if (branch && grant.replacesDevice())
            throw new IllegalArgumentException("another device has no branch to take in");
    }

    /**
     * What the successor says first.
     *
     * @param lastHere the last entry that the successor's node holds of the old journal; 0 where it
     *     holds none of it
     */
    public static JournalContinued of(EpochGrant grant, long lastHere, Carried carried) {
        long shared = grant.shared().sequence();
        return !grant.replacesDevice() && lastHere > shared
                ? new JournalContinued(grant, shared + 1, lastHere, carried)
                : new JournalContinued(grant, 0, 0, carried);
    }

    /** The journal that this one goes on from. */
    public JournalId predecessor() {
        return grant.continued();
    }

    /** How many entries of the old journal follow this one. */
    public long branchEntries() {
        return forkedAt == 0 ? 0 : branchEnd - forkedAt + 1;
    }

    /**
     * Which of the old journal's entries is to be taken in next, in a successor that ends at {@code
     * head}: its first entry is this one, the branch follows. Empty once all of it is there.
     */
    public OptionalLong nextOfBranch(long head) {
        long taken = head - 1;
        return taken < branchEntries() ? OptionalLong.of(forkedAt + taken) : OptionalLong.empty();
    }

    void writeTo(CborWriter writer) {
        writer.array(FIELDS).bytes(grant.toBytes()).integer(forkedAt).integer(branchEnd);
        carried.writeTo(writer);
    }

    static JournalContinued readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new JournalContinued(
                                EpochGrant.parse(reader.bytes(EpochGrant.BYTES_MAX)),
                                reader.integer(),
                                reader.integer(),
                                Carried.readFrom(reader)));
    }
}
