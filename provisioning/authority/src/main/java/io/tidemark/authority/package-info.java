/**
 * The organisation's authority: the offline root, each store's CA, and the command line that enrols
 * devices.
 */
@NullMarked
package io.tidemark.authority;

import org.jspecify.annotations.NullMarked;
