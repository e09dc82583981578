/** What a node needs to be known and to know others: keys, certificates, and the signed roster. */
@NullMarked
package io.tidemark.identity;

import org.jspecify.annotations.NullMarked;
