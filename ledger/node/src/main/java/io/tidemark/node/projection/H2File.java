package io.tidemark.node.projection;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A projection's database file and how to connect to it.
 *
 * <p>{@code async:} because an interrupt would close the {@code file:} channel for everyone. No
 * file of it is ever trusted for durability: H2 does not force at commit (design §6).
 */
record H2File(ProjectionPlace place, String name) {
    private static final String WRITER = "WRITER";
    static final String READER = "READER";

    /**
     * Per cent of the file that is in use, below which H2 moves what is there together while it is
     * written to; its own is 90. Sums that are written again with each transaction leave holes all
     * the time, and filling them cost a fifth of the processor. The file is twice its content at
     * the most, and stays so when it is closed.
     */
    private static final int FILLED_LEAST = 50;

    /** Pages of the file to keep in memory, in KiB, as the hardware profile says; else H2's own. */
    private static final String CACHE = "tidemark.tables.cache-kilobytes";

    Path path() {
        return place.directory().resolve(name + ".mv.db");
    }

    Path marker() {
        return place.directory().resolve(name + ".clean");
    }

    /** Of the one connection that may change anything. H2 makes the file if there is none. */
    JdbcDataSource writer() {
        return dataSource(
                WRITER,
                ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;AUTO_COMPACT_FILL_RATE="
                        + FILLED_LEAST
                        + cache());
    }

    JdbcDataSource reader() {
        return dataSource(READER, ";IFEXISTS=TRUE");
    }

    String readerPassword() {
        return place.password(name + "/reader");
    }

    /** Removes all that H2 and this package made under this name. */
    void delete() throws IOException {
        if (!Files.isDirectory(place.directory())) return;
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(place.directory(), name + ".*")) {
            for (Path file : files) Files.deleteIfExists(file);
        }
    }

    private static String cache() {
        Integer kilobytes = Integer.getInteger(CACHE);
        return kilobytes == null ? "" : ";CACHE_SIZE=" + kilobytes;
    }

    private JdbcDataSource dataSource(String user, String options) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:async:" + place.directory().resolve(name) + ";CIPHER=AES" + options);
        source.setUser(user);
        String userPassword =
                user.equals(READER) ? readerPassword() : place.password(name + "/writer");
        source.setPassword(place.password(name + "/file") + " " + userPassword);
        return source;
    }
}
