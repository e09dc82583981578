/**
 * What a node needs to be known and to know others: its keys, its certificates, and the signed
 * roster.
 *
 * <p>The authority leaves a bundle in a node's home. {@link io.tidemark.identity.NodeIdentity}
 * opens it with the node's passphrase and checks that everything in it fits together. From then on
 * the node signs with its Ed25519 key, checks others' statements with the keys that the {@link
 * io.tidemark.identity.Roster} lists, and speaks TLS 1.3 with peers whose certificate the root of
 * trust stands behind <em>and</em> the roster names. Nothing here can issue a certificate: that is
 * the authority's, and no node carries it.
 */
@NullMarked
package io.tidemark.identity;

import org.jspecify.annotations.NullMarked;
