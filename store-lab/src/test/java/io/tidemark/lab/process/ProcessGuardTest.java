package io.tidemark.lab.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProcessGuardTest {
    @Test
    void what_it_watches_dies_with_its_pipe_and_what_it_forgot_lives() throws Exception {
        Process watched = sleeping();
        Process forgotten = sleeping();
        ProcessGuard guard = ProcessGuard.start();
        guard.watch(watched.pid());
        guard.watch(forgotten.pid());
        guard.forget(forgotten.pid());

        guard.close();

        assertThat(watched.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(forgotten.isAlive()).isTrue();
        forgotten.destroyForcibly();
    }

    private static Process sleeping() throws IOException {
        return new ProcessBuilder("sleep", "60").start();
    }
}
