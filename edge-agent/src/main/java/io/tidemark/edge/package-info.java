/**
 * The till. {@link io.tidemark.edge.EdgeAgent} composes it: a sale is decided and recorded in
 * {@code record}, priced by {@code catalogue}, followed by the tables of {@code ledger}, asked for
 * through {@code till}, and taken to the store's gateway by {@code sync}.
 */
@NullMarked
package io.tidemark.edge;

import org.jspecify.annotations.NullMarked;
