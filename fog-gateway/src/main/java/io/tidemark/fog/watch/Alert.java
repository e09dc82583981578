package io.tidemark.fog.watch;

import java.time.Instant;

/**
 * Something a person must look at.
 *
 * @param subject what it is about: a device, a day, head office
 * @param text what happened and what to do
 * @param since when it was first seen, by the gateway's business clock
 */
public record Alert(Kind kind, String subject, String text, Instant since) {
    /** One alert of a kind stands for each subject. */
    public enum Kind {
        FORKED,
        REFUSED,
        UNREADABLE,
        TILL_Z_DIFFERS,
        UPDATE_NEEDED,
        LATE_ENTRIES,
        DAY_NOT_CLOSED,
        MASTER_DATA,
        HEAD_OFFICE,
        ARCHIVE,
        DISK,
        HISTORY,
        GRANT,
        CARRIED,
        DAMAGED,
        NO_ROOM,
        TELEMETRY
    }
}
