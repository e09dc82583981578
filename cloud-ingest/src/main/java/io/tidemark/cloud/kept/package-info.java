/**
 * Files that head office keeps beside its journals: sealed segments, master data, quarantined
 * messages. Each is written beside its place, forced, renamed, and its directory forced: it is
 * there whole, or not at all, and once something was answered it is there. As with a journal, a
 * force that fails is never tried again: it ends the process.
 */
@NullMarked
package io.tidemark.cloud.kept;

import org.jspecify.annotations.NullMarked;
