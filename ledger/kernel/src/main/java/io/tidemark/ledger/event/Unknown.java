package io.tidemark.ledger.event;

import java.util.Arrays;

/**
 * An event that a newer peer wrote: stored and forwarded as it is.
 *
 * @param critical the close-down must not go on without understanding it
 */
public record Unknown(int type, boolean critical, byte[] bytes) implements Event {
    public Unknown {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Unknown that
                && type == that.type
                && critical == that.critical
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * type + Arrays.hashCode(bytes);
    }
}
