package io.tidemark.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassphraseTest {
    @TempDir Path directory;

    @Test
    void the_first_line_of_the_file_is_the_passphrase() throws IOException {
        Path file = Files.writeString(directory.resolve("pass"), "correct horse \r\nnot this\n");

        assertThat(new String(Passphrase.readFile(file))).isEqualTo("correct horse");
    }

    @Test
    void a_file_that_is_missing_empty_or_too_long_is_refused_with_what_to_do() throws IOException {
        Path empty = Files.writeString(directory.resolve("empty"), "\nsecond line\n");
        Path huge = Files.writeString(directory.resolve("huge"), "x".repeat(10_000));

        for (Path file : new Path[] {directory.resolve("missing"), empty, huge})
            assertThatThrownBy(() -> Passphrase.readFile(file))
                    .isInstanceOf(WrongPassphrase.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("first line");
    }

    @Test
    void random_ones_differ() {
        SecureRandom random = new SecureRandom();

        assertThat(Passphrase.random(random)).hasSize(32).isNotEqualTo(Passphrase.random(random));
    }

    @Test
    void secret_files_are_readable_by_their_owner_alone() throws IOException {
        Path inner = directory.resolve("a/b");
        OwnerOnlyFiles.createDirectories(inner);
        Path file = inner.resolve("secret");

        OwnerOnlyFiles.write(file, new byte[] {1});
        OwnerOnlyFiles.write(file, new byte[] {2});

        assertThat(Files.readAllBytes(file)).containsExactly(2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(inner)))
                .isEqualTo("rwx------");
        assertThat(inner).isDirectoryContaining(path -> path.equals(file));
    }
}
