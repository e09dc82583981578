/**
 * Reports as people read them on a page, on paper and in a PDF: put together once, in words and
 * figures, and shown alike wherever they are shown.
 *
 * <p>{@link io.tidemark.node.paper.StoreZPaper} makes a {@link io.tidemark.node.paper.Paper} of a
 * close-down; gateway and head office render it.
 */
@NullMarked
package io.tidemark.node.paper;

import org.jspecify.annotations.NullMarked;
