package io.tidemark.ledger.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** A directory of a real file system. */
public final class FileStorage implements Storage {
    private final Path directory;
    private final boolean readOnly;

    /**
     * Uses this directory, and creates it (durably) if absent. A restore that was interrupted
     * between its two renames is completed first.
     *
     * @throws UncheckedIOException if the directory cannot be made, or if only a damaged copy of it
     *     is left
     */
    public FileStorage(Path directory) {
        this(directory, false);
        try {
            Swap.complete(this.directory);
            create(this.directory);
            forceName(this.directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private FileStorage(Path directory, boolean readOnly) {
        this.directory = directory.toAbsolutePath();
        this.readOnly = readOnly;
    }

    /** For whoever only reads: changes nothing, and an absent directory is an empty one. */
    public static FileStorage toRead(Path directory) {
        return new FileStorage(directory, true);
    }

    @Override
    public List<String> list() throws IOException {
        if (readOnly && !Files.isDirectory(directory)) {
            Swap.requireNotInterrupted(directory);
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public StoredFile open(String name) throws IOException {
        requireWritable();
        Path file = directory.resolve(name);
        return new ChannelFile(
                file,
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE));
    }

    @Override
    public StoredFile openToRead(String name) throws IOException {
        Path file = directory.resolve(name);
        return ChannelFile.toRead(file, FileChannel.open(file, StandardOpenOption.READ));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        requireWritable();
        Files.move(directory.resolve(from), directory.resolve(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(String name) throws IOException {
        requireWritable();
        Files.delete(directory.resolve(name));
    }

    @Override
    public Allocation allocation() {
        return Allocation.USUAL;
    }

    @Override
    public void forceDirectory() throws IOException {
        force(directory);
    }

    @Override
    public String toString() {
        return directory.toString();
    }

    private void requireWritable() throws IOException {
        if (readOnly) throw new IOException(directory + " was opened to be read only");
    }

    /** A directory is forced through a channel that only reads it; Linux and macOS allow that. */
    static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Not only when it was made: whoever made it may have been killed before this. */
    private static void forceName(Path directory) throws IOException {
        Path parent = directory.getParent();
        if (parent != null) force(parent);
    }

    private static void create(Path directory) throws IOException {
        if (Files.isDirectory(directory)) return;
        Path parent = directory.getParent();
        if (parent == null) throw new NoSuchFileException(directory.toString());
        create(parent);
        forceName(parent);
        Files.createDirectory(directory);
    }
}
