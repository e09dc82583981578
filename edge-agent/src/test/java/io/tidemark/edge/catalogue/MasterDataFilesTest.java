package io.tidemark.edge.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.edge.RunningTill;
import io.tidemark.edge.Stock;
import io.tidemark.edge.TestKey;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.masterdata.SignedMasterData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterDataFilesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @SuppressWarnings("NullAway.Init") // set before each
    private MasterDataFiles files;

    @BeforeEach
    void open() {
        files =
                new MasterDataFiles(
                        directory,
                        RunningTill.GBP,
                        file -> file.isBy(RunningTill.HEAD_OFFICE_KEY.verifier()));
    }

    @Test
    void the_current_file_and_the_one_before_are_kept() {
        for (long version = 1; version <= 4; version++)
            files.store(spooled(Stock.masterData(version).toBytes()), version - 1);

        assertThat(directory).isDirectoryNotContaining("glob:**0000000002.tmd");
        assertThat(directory).isDirectoryContaining("glob:**0000000003.tmd");
        assertThat(directory).isDirectoryNotContaining("glob:**0000000002.idx");
        assertThat(files.newest(0))
                .hasValueSatisfying(file -> assertThat(file.version()).isEqualTo(4));
        assertThat(files.newest(4)).isEmpty();
    }

    @Test
    void a_file_that_another_key_signed_is_not_kept() {
        SignedMasterData forged =
                SignedMasterData.sign(Stock.masterData(1).data(), new TestKey().signer());

        assertThatThrownBy(() -> files.store(spooled(forged.toBytes()), 0))
                .hasMessageContaining("head office has not signed");
        assertThat(directory).isDirectoryNotContaining("glob:**.tmd");
    }

    @Test
    void bytes_that_are_no_master_data_are_not_kept() {
        assertThatThrownBy(() -> files.store(spooled(new byte[] {1, 2, 3}), 0))
                .isInstanceOf(MasterDataFiles.NotKept.class);
    }

    @Test
    void a_version_that_is_sold_by_already_is_never_written_over() {
        files.store(spooled(Stock.masterData(2).toBytes()), 1);

        assertThatThrownBy(() -> files.store(spooled(Stock.masterData(2).toBytes()), 2))
                .hasMessageContaining("handed out version 2");
        assertThatThrownBy(() -> files.store(spooled(Stock.masterData(1).toBytes()), 2))
                .isInstanceOf(MasterDataFiles.NotKept.class);
    }

    @Test
    void a_disk_that_does_not_take_a_file_is_told() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path file = Files.write(elsewhere.resolve("1"), Stock.masterData(1).toBytes());
        MasterDataFiles gone =
                new MasterDataFiles(directory.resolve("gone"), RunningTill.GBP, _ -> true);

        assertThatThrownBy(() -> gone.store(file, 0))
                .isInstanceOf(MasterDataFiles.NotKept.class)
                .hasMessageContaining("the disk did not take");
    }

    @Test
    void a_file_that_is_not_what_was_adopted_is_as_if_it_were_not_there() throws IOException {
        MasterDataAdopted adopted = files.store(spooled(Stock.masterData(1).toBytes()), 0);
        assertThat(files.load(adopted)).isPresent();
        assertThat(files.isWhole(adopted)).isTrue();

        Path file = directory.resolve("0000000001.tmd");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThat(files.isWhole(adopted)).isFalse();
        assertThat(files.loadAnew(adopted)).isEmpty();
    }

    private Path spooled(byte[] file) {
        try {
            return Files.write(directory.resolve("incoming.part"), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
