package io.tidemark.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looked for right after it was opened, and long after, when only its directory is asked. */
class WhereaboutsTest {
    @TempDir private Path parent;
    private final AtomicLong nanos = new AtomicLong();
    private Path directory = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void aFile() throws IOException {
        directory = Files.createDirectory(parent.resolve("journal"));
        file = Files.createFile(directory.resolve("segment"));
    }

    @Test
    void a_file_that_is_written_stays_where_it_is() throws IOException {
        Whereabouts longAfter = longAfter();

        Files.write(file, new byte[100], StandardOpenOption.APPEND);

        assertThat(longAfter.isThere()).isTrue();
        assertThat(justOpened().isThere()).isTrue();
    }

    @Test
    void another_file_beside_it_changes_nothing() throws IOException {
        Whereabouts longAfter = longAfter();

        Files.createFile(directory.resolve("segment-2"));

        assertThat(longAfter.isThere()).isTrue();
        assertThat(longAfter.isThere()).isTrue();
    }

    @Test
    void a_file_that_was_deleted_is_missed() throws IOException {
        Whereabouts longAfter = longAfter();
        Whereabouts justOpened = justOpened();

        Files.delete(file);

        assertThat(longAfter.isThere()).isFalse();
        assertThat(justOpened.isThere()).isFalse();
        assertThat(longAfter.isThere()).isFalse();
    }

    @Test
    void so_is_one_in_whose_place_there_is_another() throws IOException {
        Whereabouts longAfter = longAfter();
        Whereabouts justOpened = justOpened();
        Path other = Files.createFile(parent.resolve("other"));

        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

        assertThat(longAfter.isThere()).isFalse();
        assertThat(justOpened.isThere()).isFalse();
    }

    @Test
    void so_is_one_whose_directory_went_away_also_if_its_times_are_set_back() throws IOException {
        Whereabouts longAfter = longAfter();
        Path away = parent.resolve("away");

        Files.move(directory, away);
        assertThat(longAfter.isThere()).isFalse();
        Files.createDirectory(directory);
        Files.createFile(file);
        Files.setLastModifiedTime(directory, Files.getLastModifiedTime(away));

        assertThat(longAfter.isThere()).isFalse();
    }

    private Whereabouts justOpened() throws IOException {
        return new Whereabouts(file, nanos::get);
    }

    /** One that was asked before, and for so long that it trusts the directory. */
    private Whereabouts longAfter() throws IOException {
        Whereabouts whereabouts = justOpened();
        assertThat(whereabouts.isThere()).isTrue();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(3));
        assertThat(whereabouts.isThere()).isTrue();
        untilTheDisksClockHasMoved();
        return whereabouts;
    }

    private void untilTheDisksClockHasMoved() throws IOException {
        Path probe = parent.resolve("probe");
        Object before = Objects.requireNonNull(Files.getAttribute(directory, "unix:ctime"));
        do {
            Files.createFile(probe);
            Files.delete(probe);
        } while (before.equals(Files.getAttribute(parent, "unix:ctime")));
    }
}
