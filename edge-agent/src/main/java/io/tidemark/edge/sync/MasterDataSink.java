package io.tidemark.edge.sync;

import java.nio.file.Path;
import java.util.Optional;

/** Where a fetched master-data file goes. */
public interface MasterDataSink {
    /** The version the till has whole, and need not fetch; 0 for none. */
    long version();

    /** Where its parts wait until it is whole. */
    MasterSpool spool();

    /**
     * Takes a whole file. Gives the version the till sells by from now on, or nothing if the file
     * is not to be trusted.
     *
     * @param file no longer there afterwards
     */
    Optional<Long> take(Path file);
}
