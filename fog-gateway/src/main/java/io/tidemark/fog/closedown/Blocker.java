package io.tidemark.fog.closedown;

/**
 * What stands in the way of a close-down.
 *
 * @param text what is the matter and what to do
 */
public record Blocker(Kind kind, String device, String text) {
    /** In the order a person should look at them. */
    public enum Kind {
        /** The store did not work on this day, nor could it have. No device can be left out. */
        NO_DAY_OF_STORE(false),
        /**
         * An entry that matters was written by a newer version. No device can be left out for it.
         */
        UPDATE_NEEDED(false),
        /** A till's journal is damaged here, and comes again from the till. */
        DAMAGED(false),
        /** A till has shown that this gateway no longer has what it marked. */
        DISK_LOST(false),
        /** The gateway was replaced, and what it closed before is not all here. */
        HISTORY_MISSING(false),
        /**
         * A close-down of this day or a later one has taken in more of one epoch than is here, and
         * of another epoch something has come since: whether it is the same again cannot be told.
         */
        TAKEN_MISSING(false),
        /**
         * A branch of this day may bring again what is not all here of an epoch before. Left out,
         * it counts when it comes, but for what the branch had told by then.
         */
        EPOCH_MISSING(true),
        FORKED(true),
        /** A journal carried over other figures than this gateway has. */
        CARRIED(true),
        TILL_DAY_NOT_CLOSED(true),
        ENTRIES_MISSING(true),
        DEVICE_SILENT(true);

        private final boolean canBeLeftOut;

        Kind(boolean canBeLeftOut) {
            this.canBeLeftOut = canBeLeftOut;
        }

        /** Whether a person may close the store without this device. */
        public boolean canBeLeftOut() {
            return canBeLeftOut;
        }
    }
}
