/**
 * The signed file of what the store sells. {@link io.tidemark.fog.masterdata.MasterDataPull} asks
 * head office for a newer version; one that head office has signed is put on disk, adopted by an
 * entry of the store journal, announced to the tills, and handed to them in parts.
 */
@NullMarked
package io.tidemark.fog.masterdata;

import org.jspecify.annotations.NullMarked;
