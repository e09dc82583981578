/** A day's store Z and its supplements as a PDF to print or keep. */
@NullMarked
package io.tidemark.fog.export.pdf;

import org.jspecify.annotations.NullMarked;
