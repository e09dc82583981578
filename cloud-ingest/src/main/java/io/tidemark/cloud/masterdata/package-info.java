/**
 * Articles, prices, VAT, operators and rules on their way to the devices. They come as JSON, whole,
 * or as tables: {@link io.tidemark.cloud.masterdata.Importing} names every bad row, and {@link
 * io.tidemark.cloud.masterdata.Staging} keeps what is good until a person publishes it. {@link
 * io.tidemark.cloud.masterdata.Publishing} gives it the next version, signs it, has it on disk, and
 * records the fact in head office's own journal. From then on a gateway that asks gets what its
 * store sells of it ({@link io.tidemark.cloud.masterdata.StoreCuts}), from where it left off. The
 * same content again is the same version. Products go by one at a time, also in an import of
 * 200,000.
 */
@NullMarked
package io.tidemark.cloud.masterdata;

import org.jspecify.annotations.NullMarked;
