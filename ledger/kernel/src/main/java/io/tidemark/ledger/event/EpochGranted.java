package io.tidemark.ledger.event;

import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;

/**
 * Head office lets a journal go on from another one: decided there, or with the store's recovery
 * key and shown to it. In head office's own journal; it moves nothing.
 */
public record EpochGranted(EpochGrant grant) implements Event {
    private static final int FIELDS = 1;

    void writeTo(CborWriter writer) {
        writer.array(FIELDS).bytes(grant.toBytes());
    }

    static EpochGranted readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () -> new EpochGranted(EpochGrant.parse(reader.bytes(EpochGrant.BYTES_MAX))));
    }
}
