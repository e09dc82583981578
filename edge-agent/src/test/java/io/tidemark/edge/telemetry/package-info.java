@NullMarked
package io.tidemark.edge.telemetry;

import org.jspecify.annotations.NullMarked;
