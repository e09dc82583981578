package io.tidemark.lab.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolsTest {
    private static final Duration WAITED = Duration.ofMillis(500);

    /** What is run by another clock: counts how often it must park until it has waited. */
    static final class Waiting {
        public static void main(String... arguments) {
            long until = System.nanoTime() + WAITED.toNanos();
            int parked = 0;
            for (long left = WAITED.toNanos(); left > 0; left = until - System.nanoTime()) {
                LockSupport.parkNanos(left);
                parked++;
            }
            System.out.print(parked);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT4953H", "PT-39H"})
    void by_a_shifted_clock_a_wait_lasts_as_long_as_ever(Duration shift) throws Exception {
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Waiting.class.getName());
        builder.environment().putAll(Tools.found().clockShiftedBy(shift.toSeconds()));

        Process process = builder.start();
        String parked = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(Integer.parseInt(parked)).as("times that it parked").isLessThan(10);
    }
}
