/**
 * Commands for a till that runs, as a person types them: reports, the drawer, rates.
 *
 * <p>Each asks the till's own API and says its answer in words, or as it is with {@code --json}.
 */
@NullMarked
package io.tidemark.edge.command;

import org.jspecify.annotations.NullMarked;
