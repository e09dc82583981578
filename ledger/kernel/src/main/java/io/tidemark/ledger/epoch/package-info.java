/**
 * How a journal comes to be continued. A receiver says where one stands ({@link
 * io.tidemark.ledger.epoch.Standing}); who may, signs a grant upon it, and the grant travels with
 * what the successor must know ({@link io.tidemark.ledger.epoch.Continuation}), over the wire or as
 * a file.
 */
@NullMarked
package io.tidemark.ledger.epoch;

import org.jspecify.annotations.NullMarked;
