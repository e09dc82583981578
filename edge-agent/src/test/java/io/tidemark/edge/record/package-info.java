@NullMarked
package io.tidemark.edge.record;

import org.jspecify.annotations.NullMarked;
