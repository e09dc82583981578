/**
 * How a till or handheld tells its gateway that it is well: measured by {@link
 * io.tidemark.node.telemetry}, said once over the connection that the journal is sent by, while
 * there is room on it. Only the newest waits, for a moment; offline none does.
 */
@NullMarked
package io.tidemark.edge.telemetry;

import org.jspecify.annotations.NullMarked;
