@NullMarked
package io.tidemark.edge.ledger;

import org.jspecify.annotations.NullMarked;
