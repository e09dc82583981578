package io.tidemark.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
    private static final Instant BUILT = Instant.parse("2026-11-21T10:00:00Z");

    private static final int PAGE = 4096;

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
    void profiles_that_run_the_jvm_alike_share_a_cache() {
        assertThat(of("till-small").file()).isNotEqualTo(of("till-standard").file());
        assertThat(of("till-small").file()).isEqualTo(of("handheld-rugged").file());
    }

    private AotCache of(String profile) {
        return new AotCache(cache.jar(), HardwareProfile.of(Optional.of(profile), "till"));
    }

    @Test
    void a_whole_cache_of_every_kind_of_jvm_is_taken_without_a_word() throws Exception {
        for (String profile : List.of("till-small", "till-standard")) {
            AotCache trained = new AotCache(greetingJar(), of(profile).profile());
            cache = trained;
            ran(trained.train(), "-cp", trained.jar().toString(), Greeting.class.getName());
            ran(trained.make());
            trained.keep();

            List<String> demanding = new ArrayList<>(trained.use());
            demanding.add("-XX:AOTMode=on");
            String said = ran(demanding, "-cp", trained.jar().toString(), Greeting.class.getName());

            assertThat(said).isEqualTo(Greeting.SAID);
        }
    }

    @Test
    void a_cache_with_a_damaged_page_is_passed_over() throws Exception {
        AotCache trained = new AotCache(greetingJar(), cache.profile());
        ran(trained.train(), "-cp", trained.jar().toString(), Greeting.class.getName());
        ran(trained.make());
        trained.keep();
        damagePagesOf(trained.file());

        assertThat(trained.use()).isEmpty();
        String said = ran(trained.use(), "-cp", trained.jar().toString(), Greeting.class.getName());
        assertThat(said).isEqualTo(Greeting.SAID);
    }

    static final class Greeting {
        static final String SAID = "good morning";

        private Greeting() {}

        public static void main(String... arguments) {
            System.out.print(SAID);
        }
    }

    private Path greetingJar() throws IOException {
        Path jar = directory.resolve("greeting.jar");
        String name = Greeting.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream code = Greeting.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            Objects.requireNonNull(code).transferTo(out);
        }
        return jar;
    }

    /** One in every hundred, from after the header on. */
    private static void damagePagesOf(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (long at = 50 * PAGE; at + PAGE < channel.size(); at += 100 * PAGE)
                channel.write(ByteBuffer.allocate(PAGE), at);
        }
    }

    private String ran(List<String> flags, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(cache.profile().jvmFlags());
        command.addAll(flags);
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private void made(Instant when) throws IOException {
        Files.createFile(draft());
        cache.keep();
        Files.setLastModifiedTime(cache.file(), FileTime.from(when));
    }

    private Path draft() {
        return Path.of(cache.file() + "-draft");
    }
}
