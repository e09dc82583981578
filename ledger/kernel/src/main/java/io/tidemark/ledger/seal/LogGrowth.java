package io.tidemark.ledger.seal;

import io.tidemark.ledger.LogHead;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.merkle.ConsistencyProof;
import java.util.Arrays;
import java.util.Optional;

/**
 * That a store's log of close-downs only grew between two heads that its gateway signed: nothing of
 * the earlier one was altered, left out or put in before the later. Whoever kept the earlier head
 * checks it with the store's public key alone.
 *
 * @param from the earlier head
 * @param to the later one
 * @param path from the one's root to the other's (RFC 6962 §2.1.2)
 */
public record LogGrowth(LogHead from, LogHead to, ConsistencyProof path) {
    private static final String TAG = "tidemark-log-growth";
    private static final int TAG_MAX = 40;
    private static final int FIELDS = 4;

    /** Two heads with long names, and a path. */
    private static final int BYTES_MAX = 8 << 10;

    private static final ProofLines LINES = ProofLines.of("TIDEMARK LOG PROOF", 2 * BYTES_MAX);

    /**
     * Why it is not proven; empty where it is.
     *
     * @param gateway the store's key
     */
    public Optional<String> refusal(Verifier gateway) {
        if (!isOfOneStore()) return Optional.of("the two heads are of different stores");
        if (!from.isBy(gateway)) return Optional.of(unsigned(from));
        if (!to.isBy(gateway)) return Optional.of(unsigned(to));
        if (path.from() != from.size() || path.to() != to.size())
            return Optional.of(
                    "the path leads from "
                            + path.from()
                            + " to "
                            + path.to()
                            + ", the heads from "
                            + from.size()
                            + " to "
                            + to.size());
        if (!path.connects(from.root(), to.root()))
            return Optional.of(to + " did not grow out of " + from);
        return Optional.empty();
    }

    private boolean isOfOneStore() {
        return from.organisation().equals(to.organisation()) && from.store().equals(to.store());
    }

    private static String unsigned(LogHead head) {
        return "the head of " + head + " is not signed with this key of the store";
    }

    /** The array ["tidemark-log-growth", from, to, path]. */
    public byte[] toBytes() {
        CborWriter writer = new CborWriter(BYTES_MAX).array(FIELDS).text(TAG);
        from.writeTo(writer);
        to.writeTo(writer);
        return path.writeTo(writer).toBytes();
    }

    public String text() {
        return LINES.of(toBytes());
    }

    /** Whether a text says that it is one, so that it is to be read as one. */
    public static boolean isText(String text) {
        return LINES.begins(text);
    }

    /**
     * @throws Malformed if it is none
     */
    public static LogGrowth parse(String text) {
        byte[] bytes = LINES.parse(text);
        try {
            LogGrowth growth = read(new CborReader(bytes));
            if (!Arrays.equals(growth.toBytes(), bytes))
                throw new Malformed("it says more, or otherwise, than a proof does");
            return growth;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Malformed("no proof of a log: " + e.getMessage(), e);
        }
    }

    private static LogGrowth read(CborReader reader) {
        reader.arrayOf(FIELDS);
        if (!reader.text(TAG_MAX).equals(TAG)) throw new Malformed("no proof of a log");
        return new LogGrowth(
                LogHead.readFrom(reader),
                LogHead.readFrom(reader),
                ConsistencyProof.readFrom(reader));
    }
}
