/**
 * The till's own tables, in H2, that follow its journal: receipts with lines and tenders, cash
 * movements, closings.
 *
 * <p>They decide nothing and may be gone at any time: the till sells without them, and they are
 * built again from the journal. A receipt is found here and then read from the journal, so a copy
 * is what the first was.
 */
@NullMarked
package io.tidemark.edge.ledger;

import org.jspecify.annotations.NullMarked;
