/**
 * A large shop's whole business day, made up from a seed: {@link
 * io.tidemark.lab.bench.day.Assortment} is what it sells, {@link
 * io.tidemark.lab.bench.day.TillScript} what one till does, entry by entry. {@link
 * io.tidemark.lab.bench.day.RecordedStore} writes that as the journals a gateway has received,
 * encrypted, chained and signed, and beside them the same figures as {@link
 * io.tidemark.lab.bench.day.FlatTill plain arrays}, which are summed up without anything around
 * them and loaded into databases. Whatever sums the day up says what it found as {@link
 * io.tidemark.lab.bench.day.Findings}, so that all can be compared.
 */
@NullMarked
package io.tidemark.lab.bench.day;

import org.jspecify.annotations.NullMarked;
