/**
 * A store's gateway: it gathers the tills' journals, closes the store's day, and forwards the
 * result.
 */
@NullMarked
package io.tidemark.fog;

import org.jspecify.annotations.NullMarked;
