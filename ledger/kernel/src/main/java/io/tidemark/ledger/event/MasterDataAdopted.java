package io.tidemark.ledger.event;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;

/** From here on this node sells by that version of the master data. Versions only rise. */
public record MasterDataAdopted(long version, Hash hash) implements Event {
    public MasterDataAdopted {
        if (version < 1)
            throw new IllegalArgumentException("master-data versions start at 1, not " + version);
    }

    void writeTo(CborWriter writer) {
        writer.array(2).integer(version).bytes(hash.toBytes());
    }

    static MasterDataAdopted readFrom(CborReader reader) {
        return reader.fields(2, () -> new MasterDataAdopted(reader.integer(), Items.hash(reader)));
    }
}
