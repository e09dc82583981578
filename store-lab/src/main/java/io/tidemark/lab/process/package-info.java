/**
 * Nodes as real processes: started from the jars the build made, awaited, killed, started again,
 * and never left behind, however the laboratory itself ends.
 */
@NullMarked
package io.tidemark.lab.process;

import org.jspecify.annotations.NullMarked;
