package io.tidemark.edge.sync;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A till for each test, with nothing recorded yet. */
abstract class TillAtHand {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    @SuppressWarnings("NullAway.Init") // set before each
    SteppedTill till;

    @BeforeEach
    void open() {
        till = new SteppedTill(directory);
    }

    @AfterEach
    void close() {
        till.shutDown();
    }
}
