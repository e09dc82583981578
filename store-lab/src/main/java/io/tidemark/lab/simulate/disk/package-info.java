/**
 * A computer's disk as a journal meets it, in memory and from a seed.
 *
 * <p>{@link io.tidemark.lab.simulate.disk.SimDisk} holds directories behind the kernel's storage
 * port. What was written and not forced is in the machine's memory only: a power cut keeps any part
 * of it, sector by sector, in any order, and any beginning of what happened to names. A force can
 * fail, the disk can be full, a stored bit can flip, an old image can be put back, the whole disk
 * can be lost, and the power can go inside any operation.
 */
@NullMarked
package io.tidemark.lab.simulate.disk;

import org.jspecify.annotations.NullMarked;
