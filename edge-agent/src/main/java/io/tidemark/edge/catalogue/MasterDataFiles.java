package io.tidemark.edge.catalogue;

import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.masterdata.MasterDataStream;
import io.tidemark.ledger.masterdata.MasterDataStream.Contents;
import io.tidemark.ledger.money.CurrencyCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The signed files in the node's {@code master-data} directory: the current one and the one before,
 * each with its index. A file is read whole once, when it comes; from then on the index says what
 * of it can be believed.
 */
public final class MasterDataFiles {
    private static final int KEPT = 2;
    private static final String DRAFT = "incoming.new";
    private static final Pattern NAME = Pattern.compile("[0-9]{10}\\.tmd");

    private final Path directory;
    private final CurrencyCode currency;
    private final Predicate<Contents> trusted;

    /**
     * @param currency what has no price in it is not sold here
     * @param trusted whether a file carries the signature of this organisation's head office
     */
    public MasterDataFiles(Path directory, CurrencyCode currency, Predicate<Contents> trusted) {
        this.directory = directory;
        this.currency = currency;
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
     * @param file on the same disk; moved
     * @param soldBy the version sold by now: its file is never written over, nor gone back behind
     * @throws NotKept if head office did not sign it, if it is no later version, or if the disk
     *     does not take it
     */
    MasterDataAdopted store(Path file, long soldBy) {
        try {
            Contents contents = indexed(file);
            if (contents.version() <= soldBy)
                throw new NotKept(
                        "the gateway handed out version "
                                + contents.version()
                                + " of the master data");
            keep(file, contents.version());
            return new MasterDataAdopted(contents.version(), contents.content());
        } catch (Malformed e) {
            throw new NotKept(
                    "the gateway handed out no master-data file (" + e.getMessage() + ")", e);
        } catch (IOException e) {
            throw new NotKept("the disk did not take new master data (" + e + ")", e);
        }
    }

    /** The file that was adopted; empty if it is gone or is not what was adopted any more. */
    Optional<CatalogueOnDisk> load(MasterDataAdopted adopted) {
        try {
            return Optional.of(open(adopted));
        } catch (ArticleIndex.Damaged noIndex) {
            return loadAnew(adopted);
        }
    }

    /** The same without trusting its index, which is made anew. */
    Optional<CatalogueOnDisk> loadAnew(MasterDataAdopted adopted) {
        Path file = file(adopted.version());
        try {
            if (!Files.isRegularFile(file)) return Optional.empty();
            Contents contents = indexed(file);
            if (!contents.content().equals(adopted.hash())) return Optional.empty();
            move(directory.resolve(DRAFT), index(adopted.version()));
            return Optional.of(open(adopted));
        } catch (NotKept | Malformed | ArticleIndex.Damaged damaged) {
            // Fetched again from the gateway; until then it is as if it had never come.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Whether every byte of it is what head office signed and the till adopted. */
    public boolean isWhole(MasterDataAdopted adopted) {
        try (InputStream in = Files.newInputStream(file(adopted.version()))) {
            Contents contents = MasterDataStream.read(in, (_, _, _) -> {});
            return trusted.test(contents) && contents.content().equals(adopted.hash());
        } catch (IOException | Malformed e) {
            return false;
        }
    }

    /** The newest trusted file that is newer than this version, adopted or not. */
    Optional<MasterDataAdopted> newest(long soldBy) {
        try {
            return stored().stream()
                    .filter(file -> version(file) > soldBy)
                    .flatMap(file -> whole(file).stream())
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
    }

    private Optional<MasterDataAdopted> whole(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Contents contents = MasterDataStream.read(in, (_, _, _) -> {});
            return trusted.test(contents)
                    ? Optional.of(new MasterDataAdopted(contents.version(), contents.content()))
                    : Optional.empty();
        } catch (Malformed damaged) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private CatalogueOnDisk open(MasterDataAdopted adopted) {
        long version = adopted.version();
        return CatalogueOnDisk.open(file(version), index(version), adopted.hash(), currency);
    }

    /** Reads all of it, and leaves its index as a draft. */
    private Contents indexed(Path file) throws IOException {
        try (Indexing indexing = new Indexing(directory.resolve(DRAFT), currency);
                InputStream in = Files.newInputStream(file)) {
            Contents contents = MasterDataStream.read(in, indexing);
            if (!trusted.test(contents))
                throw new NotKept(
                        "the gateway handed out master data that head office has not signed");
            indexing.finish(contents, Files.size(file));
            return contents;
        }
    }

    /** The file first: one without its index is found out, an index without its file is too. */
    private void keep(Path file, long version) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        move(file, file(version));
        move(directory.resolve(DRAFT), index(version));
        List<Path> stored = stored();
        for (Path old : stored.subList(Math.min(KEPT, stored.size()), stored.size())) {
            Files.delete(old);
            Files.deleteIfExists(index(version(old)));
        }
    }

    private void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
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

    private Path file(long version) {
        return directory.resolve(String.format(Locale.ROOT, "%010d.tmd", version));
    }

    private Path index(long version) {
        return directory.resolve(String.format(Locale.ROOT, "%010d.idx", version));
    }

    private static long version(Path file) {
        String name = String.valueOf(file.getFileName());
        return Long.parseLong(name.substring(0, name.indexOf('.')));
    }
}
