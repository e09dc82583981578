package io.tidemark.lab.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Harm to the files of a stopped node. */
public final class Damage {
    private Damage() {}

    /** What can happen to an H2 file. */
    public enum OfH2 {
        DELETED,
        TRUNCATED,
        OVERWRITTEN;

        public void doTo(Path home, Random random) {
            List<Path> files =
                    files(home.resolve("projection")).stream()
                            .filter(file -> file.toString().endsWith(".mv.db"))
                            .toList();
            if (files.isEmpty()) throw new IllegalStateException("no H2 files below " + home);
            for (Path file : files) {
                try {
                    harm(file, random);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        private void harm(Path file, Random random) throws IOException {
            long size = Files.size(file);
            switch (this) {
                case DELETED -> Files.delete(file);
                case TRUNCATED -> {
                    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        channel.truncate(size / 2);
                    }
                }
                case OVERWRITTEN -> {
                    byte[] noise = new byte[(int) Math.min(size, 4_096)];
                    random.nextBytes(noise);
                    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        channel.write(ByteBuffer.wrap(noise), size / 3);
                    }
                }
            }
        }
    }

    /**
     * One byte of what a journal's segments hold, with all its bits turned; closing turns them
     * back. Free space at a segment's end holds nothing: what stands alone in it is cut (ADR 5).
     */
    public record FlippedByte(Path file, long position) implements AutoCloseable {
        /** In one of the journals at or below this directory. */
        public static FlippedByte in(Path journals, Random random) {
            List<Path> segments =
                    files(journals).stream()
                            .filter(file -> file.toString().endsWith(".tmj"))
                            .toList();
            Path file = segments.get(random.nextInt(segments.size()));
            try {
                var flipped = new FlippedByte(file, random.nextLong(held(file)));
                flipped.turn();
                return flipped;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            turn();
        }

        /** Bytes up to the last that is not zero. */
        private static long held(Path segment) throws IOException {
            byte[] bytes = Files.readAllBytes(segment);
            int held = bytes.length;
            while (held > 0 && bytes[held - 1] == 0) held--;
            return held;
        }

        private void turn() {
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                ByteBuffer one = ByteBuffer.allocate(1);
                channel.read(one, position);
                one.put(0, (byte) ~one.get(0)).flip();
                channel.write(one, position);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static List<Path> files(Path directory) {
        try (Stream<Path> tree = Files.walk(directory)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
