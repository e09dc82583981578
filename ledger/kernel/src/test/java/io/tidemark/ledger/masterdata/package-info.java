@NullMarked
package io.tidemark.ledger.masterdata;

import org.jspecify.annotations.NullMarked;
