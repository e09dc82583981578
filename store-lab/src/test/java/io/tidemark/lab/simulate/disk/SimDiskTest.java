package io.tidemark.lab.simulate.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.journal.StoredFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SimDiskTest {
    private static final int SEEDS = 200;

    @Test
    void what_was_forced_survives_every_power_cut() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            SimDisk disk = new SimDisk(new SplittableRandom(seed));
            writeAndForce(disk, "forced");

            disk.powerCut();

            assertThat(read(disk)).as("seed %s", seed).isEqualTo("forced");
        }
    }

    @Test
    void what_was_not_forced_survives_some_power_cuts_and_not_others() throws IOException {
        int survived = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            SimDisk disk = new SimDisk(new SplittableRandom(seed));
            writeAndForce(disk, "before");
            write(disk, "after!");

            disk.powerCut();

            if (read(disk).equals("after!")) survived++;
        }

        assertThat(survived).isBetween(1, SEEDS - 1);
    }

    @Test
    void a_kill_takes_nothing_that_was_written() throws IOException {
        SimDisk disk = new SimDisk(new SplittableRandom(1));
        writeAndForce(disk, "before");
        write(disk, "after!");

        disk.processEnded();

        assertThat(read(disk)).isEqualTo("after!");
    }

    @Test
    void after_a_force_that_failed_another_one_proves_nothing() throws IOException {
        int gone = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            SimDisk disk = new SimDisk(new SplittableRandom(seed));
            writeAndForce(disk, "before");
            write(disk, "after!");
            disk.failForceAfter(0);
            assertThatThrownBy(() -> force(disk)).isInstanceOf(IOException.class);
            assertThat(read(disk)).isEqualTo("after!");
            force(disk);

            disk.powerCut();

            if (read(disk).equals("before")) gone++;
        }

        assertThat(gone).isPositive();
    }

    @Test
    void an_image_put_back_is_the_disk_as_it_was() throws IOException {
        SimDisk disk = new SimDisk(new SplittableRandom(1));
        writeAndForce(disk, "before");
        SimDisk.Image image = disk.image();
        writeAndForce(disk, "after!");

        disk.putBack(image);

        assertThat(read(disk)).isEqualTo("before");
    }

    private static void writeAndForce(SimDisk disk, String text) throws IOException {
        write(disk, text);
        force(disk);
        disk.directory("d").forceDirectory();
    }

    private static void write(SimDisk disk, String text) throws IOException {
        try (StoredFile file = disk.directory("d").open("f")) {
            file.write(0, ByteBuffer.wrap(text.getBytes(UTF_8)));
        }
    }

    private static void force(SimDisk disk) throws IOException {
        try (StoredFile file = disk.directory("d").open("f")) {
            file.force();
        }
    }

    private static String read(SimDisk disk) throws IOException {
        Storage storage = disk.directory("d");
        try (StoredFile file = storage.openToRead("f")) {
            ByteBuffer bytes = ByteBuffer.allocate((int) file.size());
            file.read(0, bytes);
            return new String(bytes.array(), UTF_8);
        }
    }
}
