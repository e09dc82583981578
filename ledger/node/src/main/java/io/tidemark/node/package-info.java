/**
 * What every node shares around the kernel: its home directory and lock, its clock, its single
 * writer, its projection, and its loopback door.
 */
@NullMarked
package io.tidemark.node;

import org.jspecify.annotations.NullMarked;
