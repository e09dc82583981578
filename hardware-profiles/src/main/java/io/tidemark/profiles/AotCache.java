package io.tidemark.profiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What a JVM has learned of a program in a training run: its classes, read and linked, and which
 * methods are worth compiling at once (ahead-of-time cache, JEP 483, 514 and 515). Made by the
 * build, beside the program's jar, for the profiles that run the JVM alike. A JVM that finds it
 * unfit passes over it, but of a page that is damaged it would die: whoever starts it has the
 * file's sum checked first, which takes 40 ms here and three times as long in the JVM's own way.
 *
 * @param jar the program's
 */
public record AotCache(Path jar, HardwareProfile profile) {
    private static final List<String> SILENT = List.of("-Xlog:cds*=off,aot*=off,class+path*=off");

    /**
     * Where it was made for, and not at an address drawn by lot: moving it would have every page
     * written, so that no other process could share it and the kernel could not drop it.
     */
    private static final List<String> UNMOVED =
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0");

    /** What the small compiler would not use: which methods the large one found hot. */
    private static final List<String> NO_METHOD_PROFILES =
            List.of(
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:-AOTRecordTraining",
                    "-XX:-AOTReplayTraining");

    private static final int CHUNK_BYTES = 1 << 18;

    public Path file() {
        return beside(".aot");
    }

    private Path record() {
        return beside(".aot-record");
    }

    private Path draft() {
        return beside(".aot-draft");
    }

    private Path sum() {
        return beside(".aot-sum");
    }

    private Path beside(String suffix) {
        return jar.resolveSibling(jar.getFileName() + "." + profile.trainedFor() + suffix);
    }

    /** Flags for a JVM that is to use it; none where this build has none, or it is damaged. */
    public List<String> use() {
        if (!isCurrent() || !isWhole()) return List.of();
        return with(UNMOVED, "-XX:AOTCache=" + file());
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

    private boolean isWhole() {
        try {
            return Files.isRegularFile(sum()) && Files.readString(sum()).equals(sumOf(file()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file(), e);
        }
    }

    private static String sumOf(Path file) throws IOException {
        CRC32C sum = new CRC32C();
        ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES);
        try (FileChannel content = FileChannel.open(file)) {
            while (content.read(chunk) >= 0) {
                sum.update(chunk.flip());
                chunk.clear();
            }
        }
        return Long.toHexString(sum.getValue());
    }

    /** Flags for the training run, which takes notes until it ends cleanly. */
    public List<String> train() {
        return with(List.of(), "-XX:AOTMode=record", "-XX:AOTConfiguration=" + record());
    }

    /** Flags, and the class path, for the JVM that makes the cache of the notes and ends. */
    public List<String> make() {
        return with(
                List.of(),
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
        Files.writeString(sum(), sumOf(draft()));
        Files.move(draft(), file(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes all of it but what was kept. */
    public void forgetTraining() throws IOException {
        Files.deleteIfExists(record());
        Files.deleteIfExists(draft());
    }

    private List<String> with(List<String> more, String... flags) {
        List<String> all = new ArrayList<>(SILENT);
        all.addAll(more);
        if (profile.jvm().compiler() == HardwareProfile.Compiler.QUICK)
            all.addAll(NO_METHOD_PROFILES);
        all.addAll(List.of(flags));
        return List.copyOf(all);
    }
}
