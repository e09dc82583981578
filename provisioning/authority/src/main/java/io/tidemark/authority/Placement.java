package io.tidemark.authority;

import io.tidemark.identity.OwnerOnlyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts several files and directories in place together, or none of them. Each is written beside its
 * place, under a name that begins with a dot, and renamed at the end; nothing that exists is ever
 * written over.
 */
final class Placement implements AutoCloseable {
    private record Move(Path unfinished, Path target) {}

    /** The last step, which makes the others count. */
    interface Step {
        void run() throws IOException;
    }

    private final String suffix = ".unfinished-" + UUID.randomUUID();
    private final List<Move> moves = new ArrayList<>();

    /** Made on the way, each after the one that it is in. */
    private final List<Path> directories = new ArrayList<>();

    /** Where to write what shall be at {@code target}. */
    Path prepare(Path target) throws IOException {
        requireFree(target);
        makeRoomIn(target.toAbsolutePath().getParent());
        Path unfinished = target.resolveSibling("." + target.getFileName() + suffix);
        moves.add(new Move(unfinished, target));
        return unfinished;
    }

    private void makeRoomIn(@Nullable Path directory) throws IOException {
        if (directory == null || Files.exists(directory)) return;
        makeRoomIn(directory.getParent());
        OwnerOnlyFiles.createDirectories(directory);
        directories.add(directory);
    }

    /** Puts all in place and then takes the last step; if anything fails, takes all away again. */
    void commit(Step last) throws IOException {
        List<Path> placed = new ArrayList<>();
        try {
            for (Move move : moves) {
                requireFree(move.target());
                Files.move(move.unfinished(), move.target(), StandardCopyOption.ATOMIC_MOVE);
                placed.add(move.target());
            }
            last.run();
        } catch (IOException | RuntimeException e) {
            for (Path target : placed) deleteTree(target);
            throw e;
        }
    }

    /** Removes whatever was prepared and not put in place, directories made for it among them. */
    @Override
    public void close() throws IOException {
        for (Move move : moves) deleteTree(move.unfinished());
        for (Path directory : directories.reversed())
            if (isEmptyDirectory(directory)) Files.delete(directory);
    }

    private static void requireFree(Path target) {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS) || isEmptyDirectory(target)) return;
        throw new ProvisioningRefused(
                target
                        + " exists already, and what was provisioned once is never written over; if an"
                        + " earlier run left it behind unfinished, remove it, else choose another place");
    }

    private static boolean isEmptyDirectory(Path target) {
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) return false;
        try (Stream<Path> content = Files.list(target)) {
            return content.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) return;
        try (Stream<Path> tree = Files.walk(root)) {
            tree.sorted(Comparator.reverseOrder()).forEach(Placement::delete);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
