/**
 * Tables without Tidemark around them: the limit that a projection is held against. The only place
 * of the laboratory that speaks SQL.
 */
@NullMarked
package io.tidemark.lab.bench.tables;

import org.jspecify.annotations.NullMarked;
