package io.tidemark.cloud.masterdata;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.cloud.masterdata.MasterDataController.PublishedJson;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the master data stands, from head office to the last device.
 *
 * @param published the version that gateways get; null before the first
 * @param staged what was imported and not published; null where there is nothing
 * @param versions published, the newest first
 */
@Serdeable
record MasterStatus(
        @Nullable PublishedJson published,
        @Nullable Staged staged,
        List<Version> versions,
        List<Store> stores) {

    @Serdeable
    record Staged(long version, int taxCategories, int products, int operators) {}

    @Serdeable
    record Version(long version, String hash, OffsetDateTime publishedAt, String operator) {}

    /**
     * A store and what it sells by.
     *
     * @param version that its gateway has adopted; null before it has told of one
     * @param products of its part of the published version; null before it was asked for
     * @param bytes that go to each of its devices
     */
    @Serdeable
    record Store(
            String store,
            String name,
            @Nullable Long version,
            @Nullable OffsetDateTime adoptedAt,
            @Nullable Integer products,
            @Nullable Long bytes,
            List<Device> devices) {}

    /**
     * A till or handheld.
     *
     * @param version that it sells by; null while it has not told
     */
    @Serdeable
    record Device(String device, @Nullable Long version) {}
}
