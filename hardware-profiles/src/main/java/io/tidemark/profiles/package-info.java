/** Device profiles as data: what a machine of a given kind can afford, turned into settings. */
@NullMarked
package io.tidemark.profiles;

import org.jspecify.annotations.NullMarked;
