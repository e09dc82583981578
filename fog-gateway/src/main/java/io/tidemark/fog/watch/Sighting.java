package io.tidemark.fog.watch;

import java.time.Instant;

/**
 * How a device was last seen.
 *
 * @param since since when it is there, or away; of a device not seen yet, when the gateway started
 * @param told the highest sequence it said it has recorded; 0 where it has said nothing
 * @param quarantined it says that it stopped sending after a fork
 */
public record Sighting(boolean online, Instant since, long told, boolean quarantined) {}
