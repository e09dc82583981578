/**
 * A till: it decides and records every command on its own disk, answers, and sends its journal up
 * when it can.
 */
@NullMarked
package io.tidemark.edge;

import org.jspecify.annotations.NullMarked;
