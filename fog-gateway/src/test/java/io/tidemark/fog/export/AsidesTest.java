package io.tidemark.fog.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AsidesTest {
    private static final String ROW = "receipt 17, anna, 12.50 GBP\n";

    @Test
    void what_was_written_in_turns_comes_back_whole() throws IOException {
        try (Asides asides = new Asides(Set.of("one", "other"))) {
            for (int i = 0; i < 50_000; i++) {
                asides.out("one").write(ROW.getBytes(UTF_8));
                if (i % 2 == 0) asides.out("other").write('x');
            }

            assertThat(content(asides, "one")).isEqualTo(ROW.repeat(50_000));
            assertThat(content(asides, "other")).isEqualTo("x".repeat(25_000));
        }
    }

    @Test
    void nothing_of_it_lies_in_clear_and_nothing_is_left() throws IOException {
        Set<Path> before = parts();
        try (Asides asides = new Asides(Set.of("one"))) {
            for (int i = 0; i < 100_000; i++)
                asides.out("one").write((i * 31 + ROW).getBytes(UTF_8));

            Set<Path> during = parts();
            during.removeAll(before);
            for (Path part : during) {
                assertThat(Files.size(part)).isPositive();
                assertThat(new String(Files.readAllBytes(part), UTF_8)).doesNotContain("anna");
            }
            assertThat(during).isNotEmpty();
        }

        Set<Path> after = parts();
        after.removeAll(before);
        assertThat(after).isEmpty();
    }

    private static String content(Asides asides, String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        asides.content(name).accept(out);
        return out.toString(UTF_8);
    }

    private static Set<Path> parts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return new TreeSet<>(
                    files.filter(file -> file.getFileName().toString().startsWith("tidemark-ex"))
                            .toList());
        }
    }
}
