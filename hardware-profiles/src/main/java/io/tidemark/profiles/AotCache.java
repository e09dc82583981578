package io.tidemark.profiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a JVM has learned of a program in a training run: its classes, read and linked, and which
 * methods are worth compiling at once (ahead-of-time cache, JEP 483, 514 and 515). Made by the
 * build, beside the program's jar, for one profile. A JVM that finds it unfit passes over it: it is
 * told to check the file's sums, for of a page that is damaged it would die.
 *
 * @param jar the program's
 */
public record AotCache(Path jar, HardwareProfile profile) {
    private static final List<String> SILENT = List.of("-Xlog:cds*=off,aot*=off,class+path*=off");

    public Path file() {
        return beside(".aot");
    }

    private Path record() {
        return beside(".aot-record");
    }

    private Path draft() {
        return beside(".aot-draft");
    }

    private Path beside(String suffix) {
        return jar.resolveSibling(jar.getFileName() + "." + profile.name() + suffix);
    }

    /** Flags for a JVM that is to use it; none where this build has none. */
    public List<String> use() {
        return isCurrent() ? with("-XX:AOTCache=" + file(), "-XX:+VerifySharedSpaces") : List.of();
    }

    public boolean isCurrent() {
        try {
            return Files.isRegularFile(file())
                    && Files.getLastModifiedTime(file()).compareTo(Files.getLastModifiedTime(jar))
                            > 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file(), e);
        }
    }

    /** Flags for the training run, which takes notes until it ends cleanly. */
    public List<String> train() {
        return with("-XX:AOTMode=record", "-XX:AOTConfiguration=" + record());
    }

    /** Flags, and the class path, for the JVM that makes the cache of the notes and ends. */
    public List<String> make() {
        return with(
                "-XX:AOTMode=create",
                "-XX:AOTConfiguration=" + record(),
                "-XX:AOTCache=" + draft(),
                "-cp",
                jar.toString());
    }

    /** What was made counts from now on: whole, and on disk. */
    public void keep() throws IOException {
        try (FileChannel made = FileChannel.open(draft(), StandardOpenOption.WRITE)) {
            made.force(true);
        }
        Files.move(draft(), file(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes all of it but what was kept. */
    public void forgetTraining() throws IOException {
        Files.deleteIfExists(record());
        Files.deleteIfExists(draft());
    }

    private static List<String> with(String... flags) {
        return Stream.concat(SILENT.stream(), Stream.of(flags)).toList();
    }
}
