package io.tidemark.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.node.home.NodeRole;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what is certain to be right is taken without the library that explains what is wrong. */
class RunLineTest {
    @Test
    void run_with_its_options_is_understood() {
        RunLine line =
                of("run --dir home --http-port 0 --lab-clock 2026-11-21T08:00:00Z×60 --passphrase-file secret")
                        .orElseThrow();

        assertThat(line.options().asked(NodeRole.TILL).httpPort()).isEqualTo(OptionalInt.of(0));
        assertThat(line.options().asked(NodeRole.TILL).labClock())
                .contains("2026-11-21T08:00:00Z×60");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "verify --dir home --passphrase-file secret",
                "run",
                "run --help",
                "run --dir home",
                "run --dir=home --passphrase-file=secret",
                "run --dir home --passphrase-file secret --http-port",
                "run --dir home --passphrase-file secret --http-port many",
                "run --dir home --passphrase-file secret --port 8080",
                "run --dir home --passphrase-file --http-port",
                "run --dir home --dir other --passphrase-file secret",
            })
    void everything_else_is_left_to_be_explained(String arguments) {
        assertThat(of(arguments)).isEmpty();
    }

    private static Optional<RunLine> of(String arguments) {
        return RunLine.of(arguments.split(" "));
    }
}
