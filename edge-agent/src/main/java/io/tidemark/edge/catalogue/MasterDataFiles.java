package io.tidemark.edge.catalogue;

import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.masterdata.SignedMasterData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The signed files in the node's {@code master-data} directory: the current one and the one before.
 */
public final class MasterDataFiles {
    private static final int KEPT = 2;
    private static final String DRAFT = "incoming.new";
    private static final Pattern NAME = Pattern.compile("[0-9]{10}\\.tmd");

    private final Path directory;
    private final Predicate<SignedMasterData> trusted;

    /**
     * @param trusted whether a file carries the signature of this organisation's head office
     */
    public MasterDataFiles(Path directory, Predicate<SignedMasterData> trusted) {
        this.directory = directory;
        this.trusted = trusted;
    }

    /** Why a file is not kept, and so not sold by. */
    public static final class NotKept extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotKept(String why) {
            super(why);
        }

        NotKept(String why, Exception cause) {
            super(why, cause);
        }
    }

    /**
     * Keeps a file, durably, and forgets all but the one before it.
     *
     * @param soldBy the version sold by now: its file is never written over, nor gone back behind
     * @throws NotKept if head office did not sign it, if it is no later version, or if the disk
     *     does not take it
     */
    public SignedMasterData store(byte[] file, long soldBy) {
        SignedMasterData signed = checked(file);
        if (signed.version() <= soldBy)
            throw new NotKept(
                    "the gateway handed out version " + signed.version() + " of the master data");
        try {
            write(nameOf(signed.version()), file);
            List<Path> stored = stored();
            for (Path old : stored.subList(Math.min(KEPT, stored.size()), stored.size()))
                Files.delete(old);
            return signed;
        } catch (IOException e) {
            throw new NotKept("the disk did not take new master data (" + e + ")", e);
        }
    }

    /** The file that was adopted; empty if it is gone or is not what was adopted any more. */
    public Optional<SignedMasterData> load(MasterDataAdopted adopted) {
        return read(directory.resolve(nameOf(adopted.version())))
                .filter(file -> file.hash().equals(adopted.hash()));
    }

    /** The newest trusted file, adopted or not. */
    public Optional<SignedMasterData> newest() {
        try {
            return stored().stream().flatMap(file -> read(file).stream()).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
    }

    private SignedMasterData checked(byte[] file) {
        try {
            SignedMasterData signed = SignedMasterData.parse(file);
            if (trusted.test(signed)) return signed;
            throw new NotKept("the gateway handed out master data that head office has not signed");
        } catch (Malformed e) {
            throw new NotKept(
                    "the gateway handed out no master-data file (" + e.getMessage() + ")", e);
        }
    }

    private Optional<SignedMasterData> read(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(checked(Files.readAllBytes(file)))
                    : Optional.empty();
        } catch (NotKept damaged) {
            // Fetched again from the gateway; until then it is as if it had never come.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Newest first. */
    private List<Path> stored() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> NAME.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path draft = directory.resolve(DRAFT);
        try (FileChannel channel =
                FileChannel.open(
                        draft,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) channel.write(rest);
            channel.force(true);
        }
        Files.move(draft, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static String nameOf(long version) {
        return String.format("%010d.tmd", version);
    }
}
