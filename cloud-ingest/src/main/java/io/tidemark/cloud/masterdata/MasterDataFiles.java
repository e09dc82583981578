package io.tidemark.cloud.masterdata;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.masterdata.MasterDataStream;
import io.tidemark.ledger.masterdata.MasterDataStream.Contents;
import io.tidemark.ledger.masterdata.ProductVisitor;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.kept.KeptFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The signed files beside the journal: the current version and the one before it. */
final class MasterDataFiles {
    private static final String PREFIX = "master-data-";
    private static final String SUFFIX = ".tmd";

    private final Path directory;
    private final Verifier headOffice;

    MasterDataFiles(Path directory, Verifier headOffice) {
        this.directory = directory;
        this.headOffice = headOffice;
    }

    Path directory() {
        return directory;
    }

    Path path(long version) {
        return directory.resolve(PREFIX + version + SUFFIX);
    }

    /** On disk, with its name, when this returns. */
    Path keep(long version, Path written, KeptFiles disk) throws IOException {
        return disk.take(written, directory, String.valueOf(path(version).getFileName()));
    }

    /** Shows a file's products, one by one. */
    static Contents read(Path file, ProductVisitor visitor) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return MasterDataStream.read(in, visitor);
        }
    }

    /**
     * @throws CannotRun if it is not the file that the journal says was published
     */
    Contents check(long version, Hash hash) {
        Path file = path(version);
        try {
            Contents contents = read(file, (_, _, _) -> {});
            if (contents.version() != version
                    || !contents.content().equals(hash)
                    || !contents.isBy(headOffice))
                throw damaged(file, "it is not the one that was published");
            return contents;
        } catch (IOException e) {
            throw damaged(file, "it cannot be read (" + e + ")");
        } catch (Malformed e) {
            throw damaged(file, "it is not a master-data file (" + e.getMessage() + ")");
        }
    }

    /**
     * Keeps this version and the one before; what is beyond them was never published, or is no
     * longer asked for.
     */
    void removeAllBut(long current) {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> wanted =
                    List.of(path(current), path(current - 1), directory.resolve(Staging.FILE));
            for (Path file : files.filter(Files::isRegularFile).toList())
                if (!wanted.contains(file)) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tidy " + directory, e);
        }
    }

    /** What an earlier run left in it is of no use. */
    static Path emptied(Path directory) {
        try {
            Files.createDirectories(directory);
            try (Stream<Path> left = Files.list(directory)) {
                for (Path file : left.toList()) Files.delete(file);
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tidy " + directory, e);
        }
    }

    private static CannotRun damaged(Path file, String why) {
        return new CannotRun(
                ExitCode.DAMAGED,
                file + ": " + why + ". Put it back from a copy of head office's directory");
    }
}
