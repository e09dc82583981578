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
    /** Who says it. */
    private enum Witness {
        /** By what it has, and by what came to it. */
        GATEWAY,
        /** Of itself, beside its journal. */
        DEVICE
    }

    /** One alert of a kind stands for each subject. */
    public enum Kind {
        FORKED(Witness.GATEWAY),
        REFUSED(Witness.GATEWAY),
        UNREADABLE(Witness.GATEWAY),
        TILL_Z_DIFFERS(Witness.GATEWAY),
        UPDATE_NEEDED(Witness.GATEWAY),
        LATE_ENTRIES(Witness.GATEWAY),
        DAY_NOT_CLOSED(Witness.GATEWAY),
        MASTER_DATA(Witness.GATEWAY),
        HEAD_OFFICE(Witness.GATEWAY),
        ARCHIVE(Witness.GATEWAY),
        DISK(Witness.GATEWAY),
        HISTORY(Witness.GATEWAY),
        GRANT(Witness.GATEWAY),
        CARRIED(Witness.GATEWAY),
        CLOSE_DOWN_DIFFERS(Witness.GATEWAY),
        DAMAGED(Witness.GATEWAY),
        NO_ROOM(Witness.GATEWAY),
        RETURNED_TWICE(Witness.GATEWAY),
        RESUMED_TWICE(Witness.GATEWAY),
        TRANSFERRED_TWICE(Witness.GATEWAY),
        GIFT_CARD_OVERSPENT(Witness.GATEWAY),
        POSITION_BEYOND_LIMIT(Witness.GATEWAY),
        PAPERS_NOT_SEEN(Witness.GATEWAY),
        TELEMETRY(Witness.GATEWAY),
        DEVICE_CLOCK(Witness.DEVICE),
        DEVICE_BATTERY(Witness.DEVICE),
        DEVICE_DISK(Witness.DEVICE),
        DEVICE_UNMARKED(Witness.DEVICE),
        DEVICE_SLOW(Witness.DEVICE),
        DEVICE_MASTER_DATA(Witness.DEVICE),
        DEVICE_VERSION(Witness.DEVICE),
        DEVICE_SILENT(Witness.DEVICE);

        private final Witness witness;

        Kind(Witness witness) {
            this.witness = witness;
        }

        /**
         * Whether a device says it of itself: over as soon as it no longer does, and known to no
         * journal.
         */
        public boolean isOfDevice() {
            return witness == Witness.DEVICE;
        }
    }
}
