@NullMarked
package io.tidemark.edge.sync;

import org.jspecify.annotations.NullMarked;
