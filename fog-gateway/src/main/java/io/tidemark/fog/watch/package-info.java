/**
 * What the gateway sees of its store from minute to minute: which devices are there, and what a
 * person must look at. News, never truth: all of it is forgotten when the gateway stops.
 */
@NullMarked
package io.tidemark.fog.watch;

import org.jspecify.annotations.NullMarked;
