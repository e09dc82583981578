/**
 * Figures beside their limits: each benchmark runs the real code and, in the same run on the same
 * machine, the bare thing that it cannot be faster than, and tells both and their ratio. What each
 * field means is in docs/PERFORMANCE.md.
 */
@NullMarked
package io.tidemark.lab.bench;

import org.jspecify.annotations.NullMarked;
