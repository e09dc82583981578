/**
 * What the till sells by: the signed master-data file, kept beside the journal (current and
 * previous), so that a till whose tables are gone still sells offline.
 *
 * <p>A file that {@code edge.sync} has fetched is read once, from its first byte to its last:
 * checked against head office's key, and indexed on the way. It is stored and forced, adopted by an
 * entry, and only then sold by. Articles are looked up in the file itself, where the index says
 * they stand; whatever the number of them, none is in memory. The price is the one in force on the
 * store's day. An index that is missing or damaged is made again from the file.
 */
@NullMarked
package io.tidemark.edge.catalogue;

import org.jspecify.annotations.NullMarked;
