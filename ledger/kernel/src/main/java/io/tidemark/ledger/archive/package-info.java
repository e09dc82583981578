/**
 * Closed segments in an archive that cannot read them, without a disk and without a wire: what is
 * sealed of a segment, under which name, how it is read again once it is opened, and what a gateway
 * knows to be kept ({@link io.tidemark.ledger.archive.ArchivedSegments}).
 */
@NullMarked
package io.tidemark.ledger.archive;

import org.jspecify.annotations.NullMarked;
