/**
 * Deterministic CBOR (RFC 8949 §4.2.1), the one encoding of everything that is hashed, signed or
 * sent.
 *
 * <p>A small subset on purpose: integers, byte strings, text, arrays, booleans and null, all of
 * definite length and in their shortest form. A reader refuses everything else, so that two
 * different byte strings never mean the same value.
 */
@NullMarked
package io.tidemark.ledger.codec;

import org.jspecify.annotations.NullMarked;
