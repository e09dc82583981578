/**
 * What the till sells by: the signed master-data file, kept beside the journal (current and
 * previous), so that a till whose tables are gone still sells offline.
 *
 * <p>A file that {@code edge.sync} has fetched is checked against head office's key, stored and
 * forced, adopted by an entry, and only then sold by. Articles are looked up in memory, from the
 * file itself.
 */
@NullMarked
package io.tidemark.edge.catalogue;

import org.jspecify.annotations.NullMarked;
