package io.tidemark.node.kept;

import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Halting;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Puts files in place so that they stay. */
public final class KeptFiles {
    /** Of what an interrupted write left behind; never looked at. */
    public static final String UNFINISHED = ".unfinished";

    private final Halting halting;

    public KeptFiles(Halting halting) {
        this.halting = halting;
    }

    /**
     * On disk under its name when this returns.
     *
     * @param directory exists
     * @throws IOException if the disk does not take it, as when it is full: nothing was changed
     */
    public Path put(Path directory, String name, byte[] content) throws IOException {
        Path unfinished = directory.resolve(name + UNFINISHED);
        try (FileChannel channel =
                FileChannel.open(
                        unfinished,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) channel.write(bytes);
            force(channel, unfinished);
        }
        Path file = directory.resolve(name);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        forceDirectory(directory);
        return file;
    }

    /**
     * The same for a file that was written elsewhere on this disk: forced, and moved.
     *
     * @param directory exists
     * @throws IOException if it cannot be opened or moved: nothing was changed
     */
    public Path take(Path written, Path directory, String name) throws IOException {
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            force(channel, written);
        }
        Path file = directory.resolve(name);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        forceDirectory(directory);
        return file;
    }

    /**
     * A new directory's name, and those of what it is in, down from {@code root}, survive a power
     * cut too.
     */
    public void forceDirectories(Path directory, Path root) {
        for (Path at = directory; at != null && at.startsWith(root); at = at.getParent())
            forceDirectory(at);
    }

    /** A failure ends the process. */
    public void force(FileChannel channel, Path file) {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw broken(file, e);
        }
    }

    /** The names in it survive a power cut. A failure ends the process. */
    public void forceDirectory(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw broken(directory, e);
        }
    }

    private CannotRun broken(Path file, IOException cause) {
        CannotRun fatal =
                new CannotRun(
                        ExitCode.BROKEN_PROMISE,
                        file
                                + " could not be forced ("
                                + cause.getMessage()
                                + "). See to the disk and start again: what was answered is safe",
                        cause);
        halting.halt(fatal);
        return fatal;
    }
}
