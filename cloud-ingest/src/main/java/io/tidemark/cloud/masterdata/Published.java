package io.tidemark.cloud.masterdata;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.masterdata.MasterData;
import java.nio.file.Path;
import java.time.OffsetDateTime;

/**
 * The version that gateways get.
 *
 * @param hash of the content, as {@code MasterDataAdopted} records it
 * @param file signed, on disk
 */
public record Published(MasterData data, Hash hash, OffsetDateTime at, String operator, Path file) {
    public long version() {
        return data.version();
    }
}
