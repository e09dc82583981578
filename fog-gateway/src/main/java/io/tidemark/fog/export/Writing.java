package io.tidemark.fog.export;

import java.time.OffsetDateTime;

/**
 * Who writes an export, and when.
 *
 * @param version of the program
 * @param at in the store's zone
 */
public record Writing(String version, OffsetDateTime at) {}
