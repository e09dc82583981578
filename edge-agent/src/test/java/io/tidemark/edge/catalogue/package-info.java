@NullMarked
package io.tidemark.edge.catalogue;

import org.jspecify.annotations.NullMarked;
