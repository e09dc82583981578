package io.tidemark.cloud.ledger;

import java.time.OffsetDateTime;

/** The newest master data a store sells by. */
public record Adoption(String store, long version, OffsetDateTime at) {}
