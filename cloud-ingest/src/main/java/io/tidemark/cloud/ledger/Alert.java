package io.tidemark.cloud.ledger;

import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.node.projection.FollowedEntry;
import io.tidemark.node.projection.Rows;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Why an entry that was taken needs a person's eye. */
enum Alert {
    /** Another close-down of this day and number is filed already. */
    SECOND_CLOSE_DOWN,
    /** It stands on the branch of an old disk that was taken in. */
    BRANCH_CLOSE_DOWN,
    /** It says something twice, or of an amount that no store comes to: nothing of it is filed. */
    UNFIT_CLOSE_DOWN,
    /** Filed, but its totals are not the sum of its tills. */
    SUMS_DIFFER,
    /** Filed, and it leaves the store with more of a currency than it may hold. */
    POSITION_BEYOND_LIMIT,
    /** Of a kind that counts and that this version does not know. */
    UNKNOWN,
    /** Validly chained, and still not an entry. */
    UNREADABLE;

    private static final int TEXT_MAX = 1_000;

    void raise(FollowedEntry entry, Rows rows, String text) {
        rows.put(
                "alert",
                entry.journal().node().store(),
                entry.journal().node().device(),
                entry.journal().epoch(),
                entry.sequence(),
                name(),
                time(entry),
                text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX));
    }

    /** Null for an entry whose header cannot be read either. */
    private static @Nullable OffsetDateTime time(FollowedEntry entry) {
        try {
            EntryHeader header = EntryCodec.header(entry.bytes());
            return header.at();
        } catch (Malformed unreadable) {
            return null;
        }
    }
}
