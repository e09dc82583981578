/**
 * The catalogue with prices and VAT on its way to the tills. A person's program puts it as JSON;
 * {@link io.tidemark.cloud.masterdata.CatalogueReading} names every bad row; {@link
 * io.tidemark.cloud.masterdata.Publishing} gives it the next version, signs it, has it on disk, and
 * records the fact in head office's own journal. From then on gateways that ask get the file, from
 * where they left off. The same content again is the same version.
 */
@NullMarked
package io.tidemark.cloud.masterdata;

import org.jspecify.annotations.NullMarked;
