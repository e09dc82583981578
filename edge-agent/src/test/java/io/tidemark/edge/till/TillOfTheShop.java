package io.tidemark.edge.till;

import io.tidemark.edge.RunningTill;
import io.tidemark.edge.Stock;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A till that runs, with what the shop sells. */
abstract class TillOfTheShop {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    @SuppressWarnings("NullAway.Init") // set before each
    RunningTill till;

    @BeforeEach
    void start() {
        Stock.putInto(directory, 1);
        till = RunningTill.in(directory);
    }

    @AfterEach
    void stop() {
        till.close();
    }
}
