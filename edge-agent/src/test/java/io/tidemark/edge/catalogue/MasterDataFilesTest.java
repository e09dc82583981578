package io.tidemark.edge.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.edge.RunningTill;
import io.tidemark.edge.Stock;
import io.tidemark.edge.TestKey;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.masterdata.SignedMasterData;
import java.io.IOException;
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
                        directory, file -> file.isBy(RunningTill.HEAD_OFFICE_KEY.verifier()));
    }

    @Test
    void the_current_file_and_the_one_before_are_kept() {
        for (long version = 1; version <= 4; version++)
            files.store(Stock.masterData(version).toBytes(), version - 1);

        assertThat(directory).isDirectoryNotContaining("glob:**0000000002.tmd");
        assertThat(directory).isDirectoryContaining("glob:**0000000003.tmd");
        assertThat(files.newest())
                .hasValueSatisfying(file -> assertThat(file.version()).isEqualTo(4));
    }

    @Test
    void a_file_that_another_key_signed_is_not_kept() {
        SignedMasterData forged =
                SignedMasterData.sign(Stock.masterData(1).data(), new TestKey().signer());

        assertThatThrownBy(() -> files.store(forged.toBytes(), 0))
                .hasMessageContaining("head office has not signed");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void bytes_that_are_no_master_data_are_not_kept() {
        assertThatThrownBy(() -> files.store(new byte[] {1, 2, 3}, 0))
                .isInstanceOf(MasterDataFiles.NotKept.class);
    }

    @Test
    void a_version_that_is_sold_by_already_is_never_written_over() {
        files.store(Stock.masterData(2).toBytes(), 1);

        assertThatThrownBy(() -> files.store(Stock.masterData(2).toBytes(), 2))
                .hasMessageContaining("handed out version 2");
        assertThatThrownBy(() -> files.store(Stock.masterData(1).toBytes(), 2))
                .isInstanceOf(MasterDataFiles.NotKept.class);
    }

    @Test
    void a_disk_that_does_not_take_a_file_is_told() throws IOException {
        Files.delete(directory);

        assertThatThrownBy(() -> files.store(Stock.masterData(1).toBytes(), 0))
                .isInstanceOf(MasterDataFiles.NotKept.class)
                .hasMessageContaining("the disk did not take");

        Files.createDirectory(directory);
    }

    @Test
    void a_file_that_is_not_what_was_adopted_is_as_if_it_were_not_there() throws IOException {
        SignedMasterData stored = files.store(Stock.masterData(1).toBytes(), 0);
        MasterDataAdopted adopted = new MasterDataAdopted(1, stored.hash());
        assertThat(files.load(adopted)).isPresent();

        Path file = directory.resolve("0000000001.tmd");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThat(files.load(adopted)).isEmpty();
    }
}
