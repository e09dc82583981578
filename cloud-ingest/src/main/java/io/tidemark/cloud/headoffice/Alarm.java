package io.tidemark.cloud.headoffice;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Something that a person at head office should see to.
 *
 * @param store the label of one, or head office's own
 * @param at empty where the time is not known
 * @param page where a person can see to it
 * @param witness who says it
 */
public record Alarm(
        String store,
        String kind,
        Optional<OffsetDateTime> at,
        String text,
        Optional<Page.Link> page,
        Witness witness) {
    /** Who says it. */
    enum Witness {
        /** By what it keeps, and by what was brought to it. */
        HEAD_OFFICE,
        /** Of themselves, beside their journals. */
        DEVICES
    }

    /** Of what head office keeps. */
    static Alarm kept(String store, String kind, Optional<OffsetDateTime> at, String text) {
        return new Alarm(store, kind, at, text, Optional.empty(), Witness.HEAD_OFFICE);
    }

    /** Of what devices say: as it was last reported. */
    static Alarm ofDevices(String store, String kind, String text, Page.Link page) {
        return new Alarm(store, kind, Optional.empty(), text, Optional.of(page), Witness.DEVICES);
    }

    public boolean isOfDevices() {
        return witness == Witness.DEVICES;
    }
}
