@NullMarked
package io.tidemark.edge.till;

import org.jspecify.annotations.NullMarked;
