@NullMarked
package io.tidemark.edge.people;

import org.jspecify.annotations.NullMarked;
