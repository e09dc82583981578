/**
 * Head office's own journal: what it publishes, and what its people decide. One writer appends to
 * it; what is answered is on disk.
 */
@NullMarked
package io.tidemark.cloud.own;

import org.jspecify.annotations.NullMarked;
