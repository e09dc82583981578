/**
 * The authority: the one place that can say who belongs to an organisation. It runs on a machine
 * that is kept apart, never on a node.
 *
 * <p>A store's YAML becomes a {@link io.tidemark.authority.StoreSpec}; {@link
 * io.tidemark.authority.Authority} issues a certificate authority for the store, two certificates
 * for each of its devices, and a roster signed by the root of trust, and puts one home for each
 * node in place: all of a store, or nothing. {@link io.tidemark.authority.Provision} is its command
 * line.
 */
@NullMarked
package io.tidemark.authority;

import org.jspecify.annotations.NullMarked;
