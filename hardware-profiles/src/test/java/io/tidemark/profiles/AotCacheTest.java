package io.tidemark.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
    private static final Instant BUILT = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir private Path directory;
    private AotCache cache;

    @BeforeEach
    void a_jar_is_built() throws IOException {
        Path jar = Files.createFile(directory.resolve("edge-agent.jar"));
        Files.setLastModifiedTime(jar, FileTime.from(BUILT));
        cache = new AotCache(jar, HardwareProfile.of(Optional.of("till-standard"), "till"));
    }

    @Test
    void a_cache_made_of_this_build_is_used() throws IOException {
        made(BUILT.plusSeconds(60));

        assertThat(cache.use()).contains("-XX:AOTCache=" + cache.file());
    }

    @Test
    void a_cache_of_an_earlier_build_is_not_used() throws IOException {
        made(BUILT.minusSeconds(60));

        assertThat(cache.use()).isEmpty();
    }

    @Test
    void a_node_starts_without_where_nothing_was_trained() {
        assertThat(cache.use()).isEmpty();
    }

    @Test
    void each_profile_has_a_cache_of_its_own() {
        AotCache small =
                new AotCache(cache.jar(), HardwareProfile.of(Optional.of("till-small"), "till"));

        assertThat(small.file()).isNotEqualTo(cache.file());
    }

    private void made(Instant when) throws IOException {
        Files.createFile(cache.file());
        Files.setLastModifiedTime(cache.file(), FileTime.from(when));
    }
}
