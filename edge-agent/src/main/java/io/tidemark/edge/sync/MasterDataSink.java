package io.tidemark.edge.sync;

import java.util.Optional;

/** Where a fetched master-data file goes. */
public interface MasterDataSink {
    /** The version the till sells by, 0 for none. */
    long version();

    /** Where its parts wait until it is whole. */
    MasterSpool spool();

    /**
     * Takes a whole file. Gives the version the till sells by from now on, or nothing if the file
     * is not to be trusted.
     */
    Optional<Long> take(byte[] file);
}
