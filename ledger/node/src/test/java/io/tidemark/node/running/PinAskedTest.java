package io.tidemark.node.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.node.home.CannotRun;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a PIN comes from, when nobody sits at a terminal. */
class PinAskedTest {
    private static final Path PIPED = Path.of("-");

    @TempDir private Path directory;

    @Test
    void a_pin_is_the_first_line_of_what_is_piped_in() {
        assertThat(piped("7391\nmore\n", PIPED)).contains("7391");
        assertThat(piped("", PIPED)).isEmpty();
        assertThat(piped("\n7391\n", PIPED)).isEmpty();
    }

    @Test
    void a_pin_is_the_first_line_of_its_file() throws Exception {
        Path file = Files.writeString(directory.resolve("pin"), " 7391 \n");

        assertThat(piped("1111\n", file)).contains("7391");
    }

    @Test
    void nobody_is_waited_for_where_there_is_no_terminal() {
        assertThatThrownBy(() -> piped("7391\n", null))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining(
                        "no terminal to ask for the PIN of 9001: give --confirming-pin-file FILE");
    }

    @Test
    void a_file_that_is_not_there_is_refused_by_its_name() {
        assertThatThrownBy(() -> piped("7391\n", directory.resolve("none")))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("none (")
                .hasMessageContaining("give --confirming-pin-file FILE");
    }

    private static Optional<String> piped(String text, @Nullable Path file) {
        return new PinAsked(null, new ByteArrayInputStream(text.getBytes(UTF_8)))
                .of("9001", file, "--confirming-pin-file");
    }
}
