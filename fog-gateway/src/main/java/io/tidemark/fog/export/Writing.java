package io.tidemark.fog.export;

import io.tidemark.ledger.masterdata.Business;
import java.time.OffsetDateTime;

/**
 * Who writes an export, when, and of whom.
 *
 * @param version of the program
 * @param at in the store's zone
 * @param business whose the store is, by the master data of now: no close-down carries it
 */
public record Writing(String version, OffsetDateTime at, Business business) {
    /** Of a store of which nobody said whose it is. */
    public Writing(String version, OffsetDateTime at) {
        this(version, at, Business.UNKNOWN);
    }
}
