/** Who may allow what the gateway does, by the master data that the store sells by. */
@NullMarked
package io.tidemark.fog.people;

import org.jspecify.annotations.NullMarked;
