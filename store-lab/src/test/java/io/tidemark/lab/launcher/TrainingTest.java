package io.tidemark.lab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build ends with, the training of the JVM, where the tools are a test's. */
class TrainingTest {
    @TempDir private Path directory;

    @SuppressWarnings("NullAway.Init") // set before each
    private BuiltTree tree;

    private record Ended(int exit, String said) {}

    @BeforeEach
    void a_tree_that_is_built() throws IOException {
        tree = BuiltTree.in(directory);
        script("bin/mvn", "exit 0");
        script("jdk/bin/javac", "exit 0");
        Files.writeString(directory.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
    }

    @AfterEach
    void take_it_down() throws IOException {
        tree.close();
    }

    @Test
    void a_training_that_fails_ends_the_build_and_whatever_needs_it_tries_again() throws Exception {
        script("jdk/bin/java", "echo 'tidemark train: no room'; exit 1");

        Ended built = tidemark("build");
        Ended next = tidemark("--version");

        assertThat(built.exit()).as(built.said()).isEqualTo(1);
        assertThat(built.said())
                .contains("the training failed", "tidemark train: no room", "TIDEMARK_TRAIN=no");
        assertThat(next.exit()).as(next.said()).isEqualTo(1);
        assertThat(next.said()).contains("building", "the training failed");
    }

    @Test
    void a_training_that_is_left_out_fails_nothing() throws Exception {
        script("jdk/bin/java", "exit 1");

        assertThat(tidemark("build", "TIDEMARK_TRAIN=no").exit()).isZero();
    }

    @Test
    void a_training_that_goes_well_is_the_end_of_the_build() throws Exception {
        script("jdk/bin/java", "exit 0");

        Ended built = tidemark("build");

        assertThat(built.exit()).as(built.said()).isZero();
        assertThat(built.said()).contains("training (the JVM learns");
    }

    private void script(String name, String does) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + does + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Ended tidemark(String command, String... variables)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(tree.launcher().toString(), command).redirectErrorStream(true);
        builder.environment()
                .merge(
                        "PATH",
                        directory.resolve("bin").toString(),
                        (path, own) -> own + ":" + path);
        builder.environment().put("TIDEMARK_JAVA_HOME", directory.resolve("jdk").toString());
        builder.environment().remove("TIDEMARK_TRAIN");
        for (String variable : variables) {
            String[] parts = variable.split("=", 2);
            builder.environment().put(parts[0], parts[1]);
        }
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
