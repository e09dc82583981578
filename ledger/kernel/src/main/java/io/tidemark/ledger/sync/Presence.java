package io.tidemark.ledger.sync;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;

/**
 * What a device says about itself beside its journal: never truth, only news. The broker publishes
 * the OFFLINE one as the device's will.
 *
 * @param forced the last forced sequence it has, so that the gateway knows what it has not got yet
 */
public record Presence(State state, long forced) {
    /** The ordinal is on the wire: only ever added to, at the end. */
    public enum State {
        OFFLINE,
        ONLINE,
        QUARANTINED
    }

    private static final String TAG = "tidemark-presence";
    private static final int TAG_MAX = 40;

    /** The array ["tidemark-presence", state, forced]. */
    public byte[] toBytes() {
        return new CborWriter()
                .array(3)
                .text(TAG)
                .integer(state.ordinal())
                .integer(forced)
                .toBytes();
    }

    public static Presence parse(byte[] bytes) {
        CborReader reader = new CborReader(bytes);
        Presence presence =
                reader.fields(
                        3,
                        () -> {
                            if (!reader.text(TAG_MAX).equals(TAG))
                                throw new Malformed("no presence");
                            return new Presence(
                                    State.values()[reader.integer(0, State.values().length - 1)],
                                    reader.integer());
                        });
        reader.end();
        return presence;
    }
}
