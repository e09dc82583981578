/**
 * Proofs for people who doubt: {@code prove} makes one for a receipt out of a closed day, or that
 * the store's log only grew; {@code check} says what one proves with nothing but the store's public
 * keys, which {@code keys} prints. The gateway's page and API make the same proofs.
 */
@NullMarked
package io.tidemark.fog.proof;

import org.jspecify.annotations.NullMarked;
