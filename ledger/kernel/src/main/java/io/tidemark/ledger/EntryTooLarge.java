package io.tidemark.ledger;

/** What should be recorded does not fit into one entry. */
public final class EntryTooLarge extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final long bytes;

    EntryTooLarge(long bytes) {
        super(
                "an entry of "
                        + bytes
                        + " bytes is beyond the limit of "
                        + Limits.ENTRY_BYTES_MAX
                        + "; split the basket");
        this.bytes = bytes;
    }

    /** That it would take. */
    public long bytes() {
        return bytes;
    }
}
