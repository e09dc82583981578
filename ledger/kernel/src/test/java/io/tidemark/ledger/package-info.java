/**
 * Tests of the kernel, and what they share: a shop's entries, and keys that sign the same way every
 * time.
 */
@NullMarked
package io.tidemark.ledger;

import org.jspecify.annotations.NullMarked;
