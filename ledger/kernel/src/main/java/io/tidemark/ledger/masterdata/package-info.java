/**
 * What head office decides and every till sells by: articles, prices and VAT. One version is one
 * signed file; versions only rise. A gateway fetches it from head office and hands it to its tills
 * in parts.
 */
@NullMarked
package io.tidemark.ledger.masterdata;

import org.jspecify.annotations.NullMarked;
