package io.tidemark.edge;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A provisioned till directory for each test, a copy of one that is made once a class. */
abstract class LedgerTillAtHand {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path provisioned;

    @SuppressWarnings("NullAway.Init") // set before all
    private static LedgerTill.Provisioned untouched;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    @SuppressWarnings("NullAway.Init") // set before each
    LedgerTill till;

    @BeforeAll
    static void provision() throws Exception {
        untouched = LedgerTill.provision(provisioned);
    }

    @BeforeEach
    void copy() throws IOException {
        till = untouched.copy(directory.resolve("till-1"));
    }
}
