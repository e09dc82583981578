package io.tidemark.lab.process;

import io.tidemark.profiles.AotCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A node's classes as the JDK has read them once (application class-data sharing, JEP 350): with it
 * a start needs a third less of the processor, and a laboratory makes dozens. Written by the first
 * process that ends cleanly. One that does not fit, such as after another build or under a shifted
 * clock, the JDK passes over.
 */
final class ClassArchive {
    /** What a process that was to write it may need; after that another one tries. */
    private static final Duration DRAFT_MAX = Duration.ofMinutes(10);

    private final Path jar;
    private final AotCache trained;
    private final Path file;
    private final Path draft;

    private ClassArchive(AotCache trained) {
        this.jar = trained.jar();
        this.trained = trained;
        this.file = jar.resolveSibling(jar.getFileName() + ".classes");
        this.draft = jar.resolveSibling(jar.getFileName() + ".classes-draft");
    }

    /**
     * @param trained what the build had a JVM learn, which is better where it is there
     */
    static ClassArchive beside(AotCache trained) {
        return new ClassArchive(trained);
    }

    /** For a JVM that is to use it; none where there is none of this build. */
    List<String> use() {
        if (trained.isCurrent()) return trained.use();
        if (!isCurrent()) return List.of();
        return List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds*=off,aot*=off,class+path*=off");
    }

    /** For the one JVM that is to write it when it ends, if one is missing. */
    Optional<Draft> draft() {
        if (trained.isCurrent() || isCurrent()) return Optional.empty();
        try {
            boolean stale =
                    Files.exists(draft)
                            && modified(draft).toInstant().isBefore(Instant.now().minus(DRAFT_MAX));
            if (stale) Files.delete(draft);
            Files.createFile(draft);
            return Optional.of(new Draft());
        } catch (FileAlreadyExistsException another) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write beside " + jar, e);
        }
    }

    private boolean isCurrent() {
        return Files.exists(file) && modified(file).compareTo(modified(jar)) > 0;
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file, e);
        }
    }

    /** An archive that a process is to write. */
    final class Draft {
        List<String> write() {
            return List.of(
                    "-XX:ArchiveClassesAtExit=" + draft, "-Xlog:cds*=off,aot*=off,class+path*=off");
        }

        /** The process ended cleanly, and so has written all of it. */
        void keep() {
            try {
                if (Files.size(draft) == 0) discard();
                else Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot keep " + draft, e);
            }
        }

        void discard() {
            try {
                Files.deleteIfExists(draft);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete " + draft, e);
            }
        }
    }
}
