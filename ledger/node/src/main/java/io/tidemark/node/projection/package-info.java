/**
 * SQL tables that follow journals. The journals are the truth; a projection may be deleted at any
 * time, and following again from the first entry gives the same rows.
 *
 * <p>A deployable brings a {@link io.tidemark.node.projection.ProjectionSchema}: tables, and how an
 * entry changes them. {@link io.tidemark.node.projection.Projection} opens the H2 file, decides
 * whether to believe it, and follows the {@link io.tidemark.node.projection.FollowedJournal}s on a
 * thread of its own: it reads what is forced, applies it through {@link
 * io.tidemark.node.projection.Rows}, and commits rows, position and content digest together.
 * Whatever is wrong with the file, it is deleted and built again; the ledger goes on meanwhile.
 */
@NullMarked
package io.tidemark.node.projection;

import org.jspecify.annotations.NullMarked;
