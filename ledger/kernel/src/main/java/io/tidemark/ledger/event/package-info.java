/**
 * What an entry says: the sealed events of a shop's day, in the words of ARTS POSLog 6, and their
 * bytes.
 *
 * <p>Each record writes itself as one deterministic CBOR array and reads itself back; items are
 * only ever added at an array's end, and a reader passes over those it does not know. {@link
 * io.tidemark.ledger.event.EntryCodec} puts header and event together.
 */
@NullMarked
package io.tidemark.ledger.event;

import org.jspecify.annotations.NullMarked;
