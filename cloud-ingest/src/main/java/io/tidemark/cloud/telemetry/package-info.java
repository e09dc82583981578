/**
 * How all stores' devices are, as their gateways report every half minute: the last report of each
 * store in memory, and of each device one telemetry in a quarter of an hour in a database of its
 * own. Not journalled, not posted, and no condition of anything.
 */
@NullMarked
package io.tidemark.cloud.telemetry;

import org.jspecify.annotations.NullMarked;
