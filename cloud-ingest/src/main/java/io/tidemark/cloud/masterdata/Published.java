package io.tidemark.cloud.masterdata;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.masterdata.MasterData;
import java.nio.file.Path;
import java.time.OffsetDateTime;

/**
 * The version that gateways get, each what its store sells of it.
 *
 * @param around all but the products
 * @param hash of the content, as {@code MasterDataAdopted} records it
 * @param file signed, on disk
 * @param bytes of the file
 */
public record Published(
        MasterData around,
        int products,
        Hash hash,
        OffsetDateTime at,
        String operator,
        Path file,
        long bytes) {
    public long version() {
        return around.version();
    }
}
