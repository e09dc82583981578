/**
 * What makes closed days provable. Each close-down and each supplement is a leaf ({@link
 * io.tidemark.ledger.seal.DayLeaf}) of the store's one growing log ({@link
 * io.tidemark.ledger.seal.StoreLog}), whose head the gateway signs after each; head office holds
 * every head it is sent against the close-downs it was sent ({@link
 * io.tidemark.ledger.seal.LogFold}). A {@link io.tidemark.ledger.seal.DayProof} leads from one
 * entry over its day to such a head, and is checked with nothing but the store's public key.
 */
@NullMarked
package io.tidemark.ledger.seal;

import org.jspecify.annotations.NullMarked;
