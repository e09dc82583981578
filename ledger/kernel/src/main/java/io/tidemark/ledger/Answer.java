package io.tidemark.ledger;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import java.time.Duration;

/** What a receiver says to a Hello or a batch. Every kind is an outcome that the sender handles. */
public sealed interface Answer {
    /** It is on disk up to this mark. Also the answer to a duplicate. */
    record Marked(Mark mark) implements Answer {}

    /** Entries before the batch are missing; the sender resumes after this mark. */
    record Gap(Mark mark) implements Answer {}

    /** One position, two hashes: both sides quarantine, and a person decides. */
    record Forked(long at, Hash ours, Hash theirs) implements Answer {}

    /** Busy or out of room: the same may be sent again after this time. */
    record NotNow(Duration retryAfter) implements Answer {
        public NotNow {
            if (retryAfter.isNegative() || retryAfter.compareTo(RETRY_AFTER_MAX) > 0)
                throw new IllegalArgumentException(
                        "retry after 0 to " + RETRY_AFTER_MAX + ", not " + retryAfter);
        }
    }

    /**
     * These entries are damaged at the receiver: to be sent again, although they were marked. The
     * mark does not fall.
     *
     * @param from the first
     * @param to the last
     */
    record Wanted(long from, long to) implements Answer {
        public Wanted {
            if (from < 1 || to < from)
                throw new IllegalArgumentException("wanted from " + from + " to " + to);
        }
    }

    /** Never to be sent again as it is. */
    record Refused(Reason reason, String why) implements Answer {}

    /** Why a batch is refused. The ordinal is on the wire: only ever added to, at the end. */
    enum Reason {
        MALFORMED,
        FORGED,
        WRONG_SENDER,
        TOO_LARGE,
        UNKNOWN_EPOCH,
        QUARANTINED
    }

    Duration RETRY_AFTER_MAX = Duration.ofHours(1);

    /** The array ["tidemark-answer", kind, …]. */
    default byte[] toBytes() {
        CborWriter writer = new CborWriter();
        switch (this) {
            case Marked(Mark mark) -> mark.writeTo(open(writer, 3, Kind.MARKED));
            case Gap(Mark mark) -> mark.writeTo(open(writer, 3, Kind.GAP));
            case Forked(long at, Hash ours, Hash theirs) ->
                    open(writer, 5, Kind.FORKED)
                            .integer(at)
                            .bytes(ours.toBytes())
                            .bytes(theirs.toBytes());
            case NotNow(Duration retryAfter) ->
                    open(writer, 3, Kind.NOT_NOW).integer(retryAfter.toMillis());
            case Wanted(long from, long to) ->
                    open(writer, 4, Kind.WANTED).integer(from).integer(to);
            case Refused(Reason reason, String why) ->
                    open(writer, 4, Kind.REFUSED).integer(reason.ordinal()).text(clipped(why));
        }
        return writer.toBytes();
    }

    static Answer parse(byte[] bytes) {
        return Parsing.whole(bytes, Answer::readFrom);
    }

    private static CborWriter open(CborWriter writer, int items, Kind kind) {
        return writer.array(items).text(TAG).integer(kind.ordinal());
    }

    private static Answer readFrom(CborReader reader) {
        int items = reader.arrayOfAtLeast(3);
        Tags.expect(TAG, reader);
        Kind kind = Kind.values()[reader.integer(0, Kind.values().length - 1)];
        if (items != kind.items) throw new Malformed("an answer of " + items + " items");
        return switch (kind) {
            case MARKED -> new Marked(Mark.readFrom(reader));
            case GAP -> new Gap(Mark.readFrom(reader));
            case FORKED ->
                    new Forked(
                            reader.integer(),
                            Hash.of(reader.bytesOf(Hash.BYTES)),
                            Hash.of(reader.bytesOf(Hash.BYTES)));
            case NOT_NOW -> new NotNow(Duration.ofMillis(reader.integer()));
            case WANTED -> new Wanted(reader.integer(), reader.integer());
            case REFUSED ->
                    new Refused(
                            Reason.values()[reader.integer(0, Reason.values().length - 1)],
                            reader.text(Limits.TEXT_MAX));
        };
    }

    private static String clipped(String why) {
        return why.length() <= Limits.TEXT_MAX ? why : why.substring(0, Limits.TEXT_MAX);
    }

    String TAG = "tidemark-answer";

    /** The ordinal is on the wire: only ever added to, at the end. */
    enum Kind {
        MARKED(3),
        GAP(3),
        FORKED(5),
        NOT_NOW(3),
        REFUSED(4),
        WANTED(4);

        private final int items;

        Kind(int items) {
            this.items = items;
        }
    }
}
