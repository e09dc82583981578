/**
 * Torture: whole stores on real processes that sell all the time while everything around them
 * fails, and at the end every tier is held against what the tills' callers were told.
 *
 * <p>{@link io.tidemark.lab.torture.Torture} opens a shop; a {@code Seller} at each till sells
 * without a break; {@code Waves} draws one {@code Harm} after the other from a shuffled {@code
 * Deck}, lets it bite, ends it and times the recovery. A harm that shows no sign of having bitten
 * is not counted. Then the day is closed, compared and verified.
 */
@NullMarked
package io.tidemark.lab.torture;

import org.jspecify.annotations.NullMarked;
