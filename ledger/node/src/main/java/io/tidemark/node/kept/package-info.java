/**
 * Files that a node keeps beside its journals: sealed segments, master data, grants, notes. Each is
 * written beside its place, forced, renamed, and its directory forced: it is there whole, or not at
 * all, and once something was answered it is there. As with a journal, a force that fails is never
 * tried again: it ends the process. {@link io.tidemark.node.kept.Room} says how much the disk still
 * takes.
 */
@NullMarked
package io.tidemark.node.kept;

import org.jspecify.annotations.NullMarked;
