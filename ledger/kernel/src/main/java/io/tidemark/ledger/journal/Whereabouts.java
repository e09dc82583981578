package io.tidemark.ledger.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether an open file is still the one under its name. For one thread.
 *
 * <p>Asked at every force, so it does not ask about the file itself: whoever does has Linux (from
 * 6.13 on) give the next write a time of its own, so that no change goes unseen, and the force of
 * that write then has the file's inode to write as well, which takes a third longer. It asks about
 * the directory, whose change time tells of every name that was made, moved or taken away in it,
 * and which nobody can set back.
 */
final class Whereabouts {
    /** Two changes so far apart never have one time, however coarse the file system's clock. */
    private static final long APART_NANOS_MIN = 2_000_000_000L;

    private final Path file;
    private final LongSupplier nanos;
    private final @Nullable Object identity;
    private @Nullable Object changed;
    private long changeSeenAt;
    private boolean settled;

    Whereabouts(Path file) throws IOException {
        this(file, System::nanoTime);
    }

    /**
     * @param nanos of a clock that only goes forward
     */
    Whereabouts(Path file, LongSupplier nanos) throws IOException {
        this.file = file.toAbsolutePath();
        this.nanos = nanos;
        this.identity = identity();
    }

    /** While nothing has changed in the directory since the file was last found, it is there. */
    boolean isThere() throws IOException {
        Object change = lastChange();
        boolean isNew = !Objects.equals(change, changed);
        if (settled && !isNew) return true;
        long now = nanos.getAsLong();
        if (isNew) changeSeenAt = now;
        changed = change;
        settled = change != null && now - changeSeenAt > APART_NANOS_MIN;
        return isFound();
    }

    private boolean isFound() throws IOException {
        try {
            return Objects.equals(identity(), identity);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Null where the file system does not tell it. */
    private @Nullable Object lastChange() throws IOException {
        Path directory = file.getParent();
        if (directory == null) return null;
        try {
            return Files.getAttribute(directory, "unix:ctime");
        } catch (UnsupportedOperationException | NoSuchFileException e) {
            return null;
        }
    }

    /** Device and inode, where the file system has such. */
    private @Nullable Object identity() throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }
}
