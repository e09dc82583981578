package io.tidemark.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.node.home.CannotRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Head office does not start by rules that nothing can be posted by. */
class RulesInUseTest {
    @TempDir private Path directory;

    @Test
    void without_a_file_of_its_own_a_chain_posts_by_the_rules_that_come_with_the_program() {
        assertThat(RulesInUse.read(directory.resolve("rules.yaml")).source())
                .isEqualTo("the rules that come with Tidemark");
    }

    @Test
    void a_file_that_cannot_be_posted_by_is_refused_with_what_to_do() throws Exception {
        Path rules = Files.writeString(directory.resolve("rules.yaml"), "accounts: []");

        assertThatThrownBy(() -> RulesInUse.read(rules))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("rules.yaml cannot be posted by")
                .hasMessageContaining("move it away");
    }

    @Test
    void a_file_that_is_no_text_is_refused() throws Exception {
        Path rules = Files.write(directory.resolve("rules.yaml"), new byte[] {(byte) 0xff, 0});

        assertThatThrownBy(() -> RulesInUse.read(rules))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("is not UTF-8 text");
    }

    @Test
    void a_directory_in_its_place_is_refused_with_what_to_do() throws Exception {
        Path rules = Files.createDirectory(directory.resolve("rules.yaml"));

        assertThatThrownBy(() -> RulesInUse.read(rules))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("rules.yaml cannot be read")
                .hasMessageContaining("make it a file that this user may read");
    }
}
