package io.tidemark.fog.masterdata;

import io.tidemark.fog.forward.Incoming;
import io.tidemark.fog.ledger.StockTables.Article;
import io.tidemark.fog.stock.ArticleNames;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.masterdata.Business;
import io.tidemark.ledger.masterdata.Exchange;
import io.tidemark.ledger.masterdata.MasterAsk;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.MasterDataStream;
import io.tidemark.ledger.masterdata.MasterDataStream.Contents;
import io.tidemark.ledger.masterdata.MasterPart;
import io.tidemark.ledger.masterdata.Operator;
import io.tidemark.ledger.masterdata.Product;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.kept.Room;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The current file and the one before it. Safe for use by several threads. */
public final class MasterDataFiles implements ArticleNames.Catalogue {
    private static final int KEPT = 2;
    private static final String SUFFIX = ".masterdata";

    private final Path directory;
    private final KeptFiles disk;
    private final Room room;
    private volatile Optional<Current> current = Optional.empty();
    private volatile Optional<String> damage = Optional.empty();

    /**
     * @param digest of the whole file, signature included
     */
    private record Current(long version, Path file, Hash digest, int size, MasterData around) {}

    public MasterDataFiles(Path directory, KeptFiles disk, Room room) {
        this.directory = directory;
        this.disk = disk;
        this.room = room;
    }

    /**
     * Takes up the version that the store journal says is adopted.
     *
     * @return why it cannot be served, and must be fetched again
     */
    public Optional<String> resume(MasterDataAdopted adopted) {
        Path file = file(adopted.version());
        try {
            Contents contents = contents(file);
            if (!contents.content().equals(adopted.hash()))
                return Optional.of(file + " is not what was adopted");
            serve(adopted.version(), file, contents.around());
            return Optional.empty();
        } catch (IOException | Malformed e) {
            return Optional.of(file + " cannot be read (" + e.getMessage() + ")");
        }
    }

    /**
     * What a file says, all of it read, and nothing of it kept in memory.
     *
     * @throws Malformed if it is no master-data file
     */
    static Contents contents(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return MasterDataStream.read(in, (_, _, _) -> {});
        }
    }

    /**
     * Where a file may come in, before it is known what it is.
     *
     * @throws IOException if there is no room
     */
    Incoming incoming() throws IOException {
        spare();
        long usable = room.usableBytes() - Room.BYTES_MIN;
        if (usable <= 0) throw new IOException("it is nearly full");
        Path file = arriving();
        return new Incoming(file, usable + (Files.exists(file) ? Files.size(file) : 0));
    }

    /** What came in and is gone on from gives way where the journals may need its room. */
    void spare() throws IOException {
        if (room.usableBytes() < Room.BYTES_MIN) forget();
    }

    /** What came in and was not taken is not gone on from. */
    void forget() throws IOException {
        new Incoming(arriving(), 0).forget();
    }

    private Path arriving() {
        return directory.resolve("incoming" + KeptFiles.UNFINISHED);
    }

    /** Takes what came in under its name; it is served from {@link #adopted} on. */
    void keep(long version, Incoming incoming) throws IOException {
        disk.take(incoming.file(), directory, String.valueOf(file(version).getFileName()));
    }

    /** The version is in the journal: it is current, and all but the one before it may go. */
    void adopted(Contents contents) throws IOException {
        long version = contents.version();
        serve(version, file(version), contents.around());
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files =
                    all.filter(file -> file.toString().endsWith(SUFFIX))
                            .sorted(Comparator.reverseOrder())
                            .toList();
        }
        for (Path old : files.subList(Math.min(KEPT, files.size()), files.size()))
            Files.delete(old);
    }

    /** Who works here by the current version; empty where no version can be read. */
    public Optional<List<Operator>> operators() {
        return current.map(is -> is.around().operators());
    }

    /** How currencies are exchanged here by the current version; not at all while there is none. */
    public Exchange exchange() {
        return current.map(is -> is.around().trade().exchange()).orElse(Exchange.NONE);
    }

    /** Whose the store is by the current version, as far as it says. */
    public Business business() {
        return current.map(is -> is.around().trade().business()).orElse(Business.UNKNOWN);
    }

    /** News of the current version, without bytes; empty while there is none. */
    public Optional<MasterPart> news() {
        return current.map(
                is -> new MasterPart(is.version(), is.digest(), is.size(), 0, new byte[0]));
    }

    /** The part that is asked for, of the current file; from its start if another was meant. */
    public Optional<MasterPart> part(MasterAsk ask) {
        return current.flatMap(
                is -> ask.have() >= is.version() ? news() : Optional.of(part(is, ask)));
    }

    @Override
    public long version() {
        return current.map(Current::version).orElse(0L);
    }

    /** Why the current file, whole when it was adopted, cannot be read any more. */
    Optional<String> damage() {
        return damage;
    }

    /**
     * Reads the whole file, as whoever looks for a product without a till's index must. One that
     * cannot be read is fetched again.
     */
    @Override
    public Optional<Map<String, Article>> articles(Set<String> plus) {
        return current.map(is -> articles(is.file(), plus)).orElse(Optional.of(Map.of()));
    }

    private Optional<Map<String, Article>> articles(Path file, Set<String> plus) {
        Map<String, Article> found = new HashMap<>();
        try (InputStream in = Files.newInputStream(file)) {
            MasterDataStream.read(
                    in,
                    (product, _, _) -> {
                        if (plus.contains(product.plu())) found.put(product.plu(), called(product));
                    });
            return Optional.of(found);
        } catch (IOException | Malformed e) {
            damage = Optional.of(file + " cannot be read any more (" + e + ")");
            return Optional.empty();
        }
    }

    private static Article called(Product product) {
        return new Article(product.plu(), product.gtin(), product.description());
    }

    private static MasterPart part(Current is, MasterAsk ask) {
        boolean goesOn = ask.version() == is.version() && ask.offset() < is.size();
        int offset = goesOn ? ask.offset() : 0;
        int length = Math.min(Limits.MASTER_PART_BYTES_MAX, is.size() - offset);
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try (FileChannel channel = FileChannel.open(is.file(), StandardOpenOption.READ)) {
            int read = 0;
            while (bytes.hasRemaining() && read >= 0)
                read = channel.read(bytes, offset + (long) bytes.position());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + is.file(), e);
        }
        return new MasterPart(is.version(), is.digest(), is.size(), offset, bytes.array());
    }

    private void serve(long version, Path file, MasterData around) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int size = Math.toIntExact(Files.size(file));
            current = Optional.of(new Current(version, file, Hash.digest(in), size, around));
            damage = Optional.empty();
        }
    }

    /** Named so that names sort as versions do. */
    private Path file(long version) {
        return directory.resolve(String.format(Locale.ROOT, "%012d%s", version, SUFFIX));
    }
}
