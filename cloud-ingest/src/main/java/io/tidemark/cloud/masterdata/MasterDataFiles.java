package io.tidemark.cloud.masterdata;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.masterdata.SignedMasterData;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.kept.KeptFiles;
import java.io.IOException;
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

    Path path(long version) {
        return directory.resolve(PREFIX + version + SUFFIX);
    }

    /** On disk, with its name, when this returns. */
    Path keep(SignedMasterData signed, KeptFiles disk) {
        Path file = path(signed.version());
        try {
            return disk.put(directory, String.valueOf(file.getFileName()), signed.toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /**
     * @throws CannotRun if it is not the file that the journal says was published
     */
    SignedMasterData read(long version, Hash hash) {
        Path file = path(version);
        try {
            SignedMasterData signed = SignedMasterData.parse(Files.readAllBytes(file));
            if (signed.version() != version
                    || !signed.hash().equals(hash)
                    || !signed.isBy(headOffice))
                throw damaged(file, "it is not the one that was published");
            return signed;
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
            List<Path> wanted = List.of(path(current), path(current - 1));
            for (Path file : files.toList()) if (!wanted.contains(file)) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tidy " + directory, e);
        }
    }

    private static CannotRun damaged(Path file, String why) {
        return new CannotRun(
                ExitCode.DAMAGED,
                file
                        + ": "
                        + why
                        + ". Put it back from a copy, or from the same file of a gateway that has this version");
    }
}
