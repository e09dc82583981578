package io.tidemark.node.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.node.kept.KeptFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong PINs on a disk that may fail: nobody is kept from signing on by it. */
class AttemptsFileTest {
    private static final Map<String, Integer> WRONG = Map.of("11", 7, "", PinAttempts.TIMES_MAX);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @Test
    void what_was_written_last_is_read_by_the_next_run() {
        file(directory).write(Map.of("12", 1));
        file(directory).write(WRONG);

        assertThat(file(directory).read()).isEqualTo(WRONG);
    }

    @Test
    void a_write_that_a_power_cut_broke_off_leaves_the_one_before() throws IOException {
        file(directory).write(WRONG);
        Files.write(directory.resolve("wrong-pins" + KeptFiles.UNFINISHED), new byte[] {1, 2});

        assertThat(file(directory).read()).isEqualTo(WRONG);
        file(directory).write(Map.of());
        assertThat(file(directory).read()).isEmpty();
    }

    @Test
    void a_file_that_a_disk_has_damaged_counts_for_nothing() throws IOException {
        file(directory).write(WRONG);
        Path kept = directory.resolve("wrong-pins");
        byte[] whole = Files.readAllBytes(kept);

        for (int length = 0; length < whole.length; length++) {
            Files.write(kept, Arrays.copyOf(whole, length));
            assertThat(file(directory).read()).isEmpty();
        }
        Files.write(kept, new byte[2 << 20]);
        assertThat(file(directory).read()).isEmpty();
    }

    @Test
    void a_disk_that_takes_nothing_keeps_nobody_from_the_till() {
        AttemptsFile nowhere = file(directory.resolve("nowhere"));

        nowhere.write(WRONG);

        assertThat(nowhere.read()).isEmpty();
    }

    private static AttemptsFile file(Path directory) {
        return new AttemptsFile(
                directory,
                new KeptFiles(fatal -> {
                    throw new AssertionError(fatal);
                }));
    }
}
