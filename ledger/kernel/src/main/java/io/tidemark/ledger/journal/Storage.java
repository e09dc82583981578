package io.tidemark.ledger.journal;

import java.io.IOException;
import java.util.List;

/**
 * What a journal needs of a disk: one flat directory. {@link FileStorage} is the real one; a
 * simulator brings its own, so nothing here promises more than a disk keeps across a power cut:
 * bytes after {@link StoredFile#force}, names after {@link #forceDirectory}. A sector of {@link
 * #SECTOR_BYTES} is written whole or not at all, whatever the order of sectors.
 */
public interface Storage {
    /** What any disk writes as one; positions are within a file. */
    int SECTOR_BYTES = 512;

    /** The names of all files, in ascending order. */
    List<String> list() throws IOException;

    /** Opens a file to be read and written, and creates it if absent. */
    StoredFile open(String name) throws IOException;

    /**
     * Opens an existing file to be read only. Each reader has its own, so that an interrupted
     * reader, whose channel the JDK closes, takes nobody else's away.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     */
    StoredFile openToRead(String name) throws IOException;

    /**
     * Renames atomically: after a crash there is the old name or the new one, never half a file.
     */
    void rename(String from, String to) throws IOException;

    void delete(String name) throws IOException;

    /** How segment files get their place here before it is written to. */
    default Allocation allocation() {
        return Allocation.NONE;
    }

    /** Returns once creations, renames and deletions so far survive a power cut. */
    void forceDirectory() throws IOException;
}
