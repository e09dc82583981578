package io.tidemark.node.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/** What can happen to a file. */
enum Damage {
    ONE_BYTE {
        @Override
        void inflict(FileChannel file, Random random) throws IOException {
            overwrite(file, at(file, random), 1, random);
        }
    },
    SOME_BYTES {
        @Override
        void inflict(FileChannel file, Random random) throws IOException {
            for (int i = 0; i < 20; i++) overwrite(file, at(file, random), 1, random);
        }
    },
    A_BLOCK_OF_GARBAGE {
        @Override
        void inflict(FileChannel file, Random random) throws IOException {
            overwrite(file, at(file, random) / BLOCK * BLOCK, BLOCK, random);
        }
    },
    A_BLOCK_FROM_ELSEWHERE {
        @Override
        void inflict(FileChannel file, Random random) throws IOException {
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            file.read(block, at(file, random) / BLOCK * BLOCK);
            file.write(block.flip(), at(file, random) / BLOCK * BLOCK);
        }
    },
    CUT_OFF {
        @Override
        void inflict(FileChannel file, Random random) throws IOException {
            file.truncate(at(file, random));
        }
    },
    ALL_GARBAGE {
        @Override
        void inflict(FileChannel file, Random random) throws IOException {
            overwrite(file, 0, Math.toIntExact(file.size()), random);
        }
    };

    private static final int BLOCK = 4_096;

    abstract void inflict(FileChannel file, Random random) throws IOException;

    void inflict(Path path, Random random) {
        try (FileChannel file =
                FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            inflict(file, random);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) Files.copy(file, to.resolve(file.getFileName()));
        }
    }

    private static long at(FileChannel file, Random random) throws IOException {
        return random.nextLong(file.size());
    }

    private static void overwrite(FileChannel file, long position, int length, Random random)
            throws IOException {
        byte[] garbage = new byte[length];
        random.nextBytes(garbage);
        file.write(ByteBuffer.wrap(garbage), position);
    }
}
