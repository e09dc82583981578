/**
 * Papers as PDF, for whoever keeps or sends them. PDFBox is only here: it writes text in a font
 * that it brings along and that the file then carries, so that it looks the same wherever it is
 * opened.
 */
@NullMarked
package io.tidemark.node.pdf;

import org.jspecify.annotations.NullMarked;
