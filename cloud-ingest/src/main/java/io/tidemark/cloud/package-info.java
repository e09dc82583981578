/**
 * Head office: it receives every store's journal, files each close-down once, and signs master
 * data.
 */
@NullMarked
package io.tidemark.cloud;

import org.jspecify.annotations.NullMarked;
