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
        TELEMETRY,
        DEVICE_CLOCK,
        DEVICE_BATTERY,
        DEVICE_DISK,
        DEVICE_UNMARKED,
        DEVICE_SLOW,
        DEVICE_MASTER_DATA,
        DEVICE_VERSION,
        DEVICE_SILENT;

        /**
         * Whether a device says it of itself: over as soon as it no longer does, and known to no
         * journal.
         */
        public boolean isOfDevice() {
            return compareTo(DEVICE_CLOCK) >= 0;
        }
    }
}
