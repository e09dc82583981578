/**
 * Commands for a gateway that runs, as a person types them: closing a day, store Zs, currencies,
 * goods.
 *
 * <p>Each asks the gateway's own API and says its answer in words, or as it is with {@code --json}.
 */
@NullMarked
package io.tidemark.fog.command;

import org.jspecify.annotations.NullMarked;
