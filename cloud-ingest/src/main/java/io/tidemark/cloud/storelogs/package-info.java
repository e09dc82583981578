/**
 * Each store's log of close-downs, held against what its gateways signed of it: whether it only
 * grew. Read out of the stores' journals beside everything else, so nothing waits for it.
 */
@NullMarked
package io.tidemark.cloud.storelogs;

import org.jspecify.annotations.NullMarked;
