package io.tidemark.node.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The directory of one node, held by one process.
 *
 * <pre>
 * node.yaml     settings
 * identity/     keys, certificates, roster
 * journal/      the truth: a directory per journal
 * master-data/  signed files, current and previous
 * projection/   H2; may be deleted at any time while the node is stopped
 * wrong-pins    of a till: how often in a row each operator's PIN was wrong
 * run/          ports.json while the node runs
 * lock          held while a process uses the directory
 * </pre>
 */
public final class NodeHome implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String SETTINGS = "node.yaml";

    /** Who only looks whether it is held takes the lock for less than this. */
    private static final long LOOK_NANOS = 20_000_000;

    private final Path directory;
    private final @Nullable FileChannel lockFile;

    private NodeHome(Path directory, @Nullable FileChannel lockFile) {
        this.directory = directory;
        this.lockFile = lockFile;
    }

    /**
     * Takes the directory for this process.
     *
     * @throws CannotRun if it is no node's home, or another process holds it
     */
    public static NodeHome open(Path directory) {
        Path absolute = provisioned(directory);
        try {
            return new NodeHome(absolute, locked(absolute.resolve(LOCK)));
        } catch (IOException e) {
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "cannot write in " + absolute + ": " + e + "; make it writable for this user",
                    e);
        }
    }

    /**
     * Looks into the directory and changes nothing in it, whether or not its node runs.
     *
     * @throws CannotRun if it is no node's home
     */
    public static NodeHome toRead(Path directory) {
        return new NodeHome(provisioned(directory), null);
    }

    private static Path provisioned(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        if (Files.isRegularFile(absolute.resolve(SETTINGS))) return absolute;
        throw new CannotRun(
                ExitCode.BAD_USAGE,
                "there is no "
                        + SETTINGS
                        + " in "
                        + absolute
                        + ": give a node's directory as `tidemark provision store` made it");
    }

    /** Whether its node runs, so that this process only looks on. */
    public boolean isBesideItsNode() {
        if (lockFile != null) return false;
        Path lock = directory.resolve(LOCK);
        if (!Files.exists(lock)) return false;
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.READ);
                @Nullable FileLock looked = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return looked == null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell whether " + directory + " is in use", e);
        }
    }

    public Path directory() {
        return directory;
    }

    public Path identity() {
        return directory.resolve("identity");
    }

    /** Holds a directory per journal. */
    public Path journals() {
        return created("journal");
    }

    public Path masterData() {
        return created("master-data");
    }

    public Path projection() {
        return created("projection");
    }

    public Path run() {
        return created("run");
    }

    public NodeSettings settings() {
        return NodeSettings.read(directory.resolve(SETTINGS));
    }

    @Override
    public void close() {
        if (lockFile == null) return;
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release " + directory.resolve(LOCK), e);
        }
    }

    private Path created(String name) {
        if (lockFile == null) return directory.resolve(name);
        try {
            return Files.createDirectories(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + directory.resolve(name), e);
        }
    }

    /**
     * The file stays when the process ends: deleting it would let two processes lock two files of
     * one name.
     */
    private static FileChannel locked(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        if (!isTaken(channel)) {
            channel.close();
            throw new CannotRun(
                    ExitCode.HOME_IN_USE,
                    file.getParent()
                            + " is in use by process "
                            + Files.readString(file).strip()
                            + ": stop that one first, or give another --dir");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid())
                                .getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() != null) return true;
            LockSupport.parkNanos(LOOK_NANOS);
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }
}
