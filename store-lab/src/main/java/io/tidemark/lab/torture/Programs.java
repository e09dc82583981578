package io.tidemark.lab.torture;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A program of the system that is run to its end. */
final class Programs {
    private Programs() {}

    /** Its exit code; what it prints is nobody's business. 127 if there is no such program. */
    static int run(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException missing) {
            return 127;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(
                    new IOException("interrupted while running a command", e));
        }
    }
}
