package io.tidemark.ledger.proof;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import java.time.DateTimeException;
import java.util.List;

/** What a gateway answers to a {@link ReceiptQuestion}. */
public sealed interface ReceiptReply {
    /** Receipts of one list: those of a till's busiest day. */
    int RECEIPTS_MAX = 20_000;

    /** Bytes of a reply: a proof, or the longest list. */
    int BYTES_MAX = ReceiptProof.BYTES_MAX + 1_024;

    String TAG = "tidemark-receipt-reply";

    /** The question's. */
    long id();

    /** All receipts of the day, in order. */
    record Listed(long id, List<ReceiptGist> receipts) implements ReceiptReply {
        public Listed {
            receipts = List.copyOf(receipts);
            if (receipts.size() > RECEIPTS_MAX)
                throw new IllegalArgumentException("at most " + RECEIPTS_MAX + " receipts");
        }
    }

    /** The entry asked for. */
    record Found(long id, ReceiptProof proof) implements ReceiptReply {}

    /**
     * It cannot be shown.
     *
     * @param pruned whether it was here once
     * @param why for people
     */
    record NotHere(long id, boolean pruned, String why) implements ReceiptReply {
        public NotHere {
            if (why.length() > Limits.TEXT_MAX) why = why.substring(0, Limits.TEXT_MAX);
        }
    }

    /**
     * The array ["tidemark-receipt-reply", id, kind, …]: of kind 0 the list of receipts, of kind 1
     * the proof's bytes, of kind 2 pruned and why.
     */
    default byte[] toBytes() {
        CborWriter writer = new CborWriter();
        return switch (this) {
            case Listed(long id, List<ReceiptGist> receipts) ->
                    writer.array(4)
                            .text(TAG)
                            .integer(id)
                            .integer(0)
                            .list(receipts, ReceiptGist::writeTo)
                            .toBytes();
            case Found(long id, ReceiptProof proof) ->
                    writer.array(4)
                            .text(TAG)
                            .integer(id)
                            .integer(1)
                            .bytes(proof.toBytes())
                            .toBytes();
            case NotHere(long id, boolean pruned, String why) ->
                    writer.array(5)
                            .text(TAG)
                            .integer(id)
                            .integer(2)
                            .bool(pruned)
                            .text(why)
                            .toBytes();
        };
    }

    /**
     * @throws Malformed if these bytes are no reply
     */
    static ReceiptReply parse(byte[] bytes) {
        if (bytes.length > BYTES_MAX)
            throw new Malformed(
                    "a reply of " + bytes.length + " bytes where " + BYTES_MAX + " are allowed");
        CborReader reader = new CborReader(bytes);
        try {
            ReceiptReply reply = read(reader);
            reader.end();
            return reply;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Malformed("no reply about receipts: " + e.getMessage(), e);
        }
    }

    private static ReceiptReply read(CborReader reader) {
        int length = reader.arrayOfAtLeast(4);
        if (!reader.text(TAG.length()).equals(TAG)) throw new Malformed("no reply about receipts");
        long id = reader.integer();
        int kind = reader.integer(0, 2);
        if (kind == 2 && length < 5) throw new Malformed("a reply without a reason");
        ReceiptReply reply =
                switch (kind) {
                    case 0 ->
                            new Listed(
                                    id,
                                    reader.list(RECEIPTS_MAX, () -> ReceiptGist.readFrom(reader)));
                    case 1 ->
                            new Found(id, ReceiptProof.parse(reader.bytes(ReceiptProof.BYTES_MAX)));
                    default -> new NotHere(id, reader.bool(), reader.text(Limits.TEXT_MAX));
                };
        reader.skip(length - (kind == 2 ? 5 : 4));
        return reply;
    }
}
