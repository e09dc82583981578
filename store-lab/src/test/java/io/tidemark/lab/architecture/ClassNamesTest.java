package io.tidemark.lab.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A test's class of the same name hides the program's: what is tested then is another program. */
class ClassNamesTest {
    private static final Path ROOT = Path.of("..");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Path PROGRAM = Path.of("src", "main", "java");

    @Test
    void no_class_of_the_tests_hides_one_of_the_program() throws IOException {
        try (Stream<Path> files = Files.find(ROOT, 20, (file, _) -> isOfTests(file))) {
            List<Path> hiding = files.filter(file -> Files.exists(hidden(file))).toList();

            assertThat(hiding).isEmpty();
        }
    }

    private static boolean isOfTests(Path file) {
        String path = file.toString();
        return path.contains(TESTS.toString())
                && path.endsWith(".java")
                && !path.endsWith("package-info.java");
    }

    private static Path hidden(Path file) {
        return Path.of(file.toString().replace(TESTS.toString(), PROGRAM.toString()));
    }
}
