/**
 * The store's own journal: what the gateway decides for the store. Close-downs and the adoption of
 * master data are entries of it; head office is sent nothing but this journal and sealed archives.
 */
@NullMarked
package io.tidemark.fog.store;

import org.jspecify.annotations.NullMarked;
