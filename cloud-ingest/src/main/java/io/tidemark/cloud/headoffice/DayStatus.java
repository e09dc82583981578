package io.tidemark.cloud.headoffice;

import java.util.Locale;

/** What head office has of a store's business day. */
public enum DayStatus {
    /** Filed, and nothing outstanding. */
    CLOSED,
    /** Filed without a device whose day was not over. */
    WITHOUT,
    /** Not filed, though others closed this day, or this store closed earlier and later ones. */
    MISSING,
    /** Not filed, and nothing says that it should be. */
    NONE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
