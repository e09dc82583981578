@NullMarked
package io.tidemark.node.people;

import org.jspecify.annotations.NullMarked;
