package io.tidemark.edge.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.Product;
import io.tidemark.ledger.money.CurrencyCode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Where in a signed master-data file each article stands: a table on disk, beside that file, by PLU
 * and by GTIN. A look-up reads one page of it and one article; nothing of either stays in memory.
 * Made from the file, and made again from it whenever there is doubt.
 *
 * <pre>
 * header    1,024 bytes   check, magic, digest of the content, size of the file, pages, currency, rest
 * pages     1,024 each    check, slots used, and 63 slots of 16 bytes: tag, position, length, check
 * rest                    the content without its articles, as a file's content is written
 * </pre>
 *
 * <p>A page that is full goes on in the next one. Every byte that is used is under a check
 * (CRC-32C), so that what a disk has altered since is neither sold by nor taken for an unknown
 * article.
 */
final class ArticleIndex {
    static final int PAGE_BYTES = 1024;
    static final int SLOTS_AT = 16;
    static final int SLOT_BYTES = 16;
    static final int SLOTS = (PAGE_BYTES - SLOTS_AT) / SLOT_BYTES;
    static final int USED_AT = 4;

    private final RandomAccessFile file;
    private final IndexHeader header;
    private final MasterData around;

    private ArticleIndex(RandomAccessFile file, IndexHeader header, MasterData around) {
        this.file = file;
        this.header = header;
        this.around = around;
    }

    /** What the disk gave is not what was written to it. */
    static final class Damaged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Damaged(String what) {
            super(what);
        }

        Damaged(String what, Throwable cause) {
            super(what, cause);
        }
    }

    /** Where an article may stand. */
    record Slot(int tag, int position, int length, int check) {
        boolean isOf(byte[] item) {
            return check == ArticleIndex.check(item, 0, item.length);
        }

        static int check(byte[] item) {
            return ArticleIndex.check(item, 0, item.length);
        }
    }

    /** Whether what stands there is the article that is looked for. */
    interface Reader {
        Optional<Product> read(Slot slot) throws IOException;
    }

    /**
     * @param content the digest of what it must be about
     * @throws Damaged if there is none, or it is of something else
     */
    static ArticleIndex open(Path path, Hash content, CurrencyCode currency) {
        // Not a channel: that would be closed for all when a thread that reads is interrupted.
        // Closed when nobody uses it any more: a basket may still be priced by an older version.
        try {
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
            byte[] first = new byte[PAGE_BYTES];
            file.readFully(first);
            IndexHeader header = IndexHeader.read(first);
            if (!header.isOf(content, currency)) throw new Damaged(path + " is of other data");
            return new ArticleIndex(file, header, rest(file, header));
        } catch (IOException | Malformed e) {
            throw new Damaged(path + " cannot be read (" + e + ")", e);
        }
    }

    private static MasterData rest(RandomAccessFile file, IndexHeader header) throws IOException {
        byte[] rest = new byte[header.restBytes()];
        file.seek(header.restAt());
        file.readFully(rest);
        if (check(rest, 0, rest.length) != header.restCheck())
            throw new Damaged("what stands around the articles was altered");
        return MasterData.parse(rest);
    }

    /** All but the articles. */
    MasterData around() {
        return around;
    }

    IndexHeader header() {
        return header;
    }

    Optional<Product> find(Key key, Reader reader) throws IOException {
        int tag = key.tag();
        int number = key.page(header.pages());
        for (int looked = 0; looked < header.pages(); looked++) {
            ByteBuffer found = page(number);
            int used = found.getInt(USED_AT);
            for (int slot = 0; slot < used; slot++) {
                int at = SLOTS_AT + slot * SLOT_BYTES;
                if (found.getInt(at) != tag) continue;
                Optional<Product> product = reader.read(slot(found, at));
                if (product.isPresent()) return product;
            }
            if (used < SLOTS) return Optional.empty();
            number = (number + 1) % header.pages();
        }
        return Optional.empty();
    }

    private static Slot slot(ByteBuffer page, int at) {
        return new Slot(
                page.getInt(at), page.getInt(at + 4), page.getInt(at + 8), page.getInt(at + 12));
    }

    private ByteBuffer page(int number) throws IOException {
        byte[] page = new byte[PAGE_BYTES];
        synchronized (file) {
            file.seek(PAGE_BYTES * (1L + number));
            file.readFully(page);
        }
        ByteBuffer found = ByteBuffer.wrap(page);
        if (found.getInt(0) != check(page, USED_AT, PAGE_BYTES - USED_AT)
                || found.getInt(USED_AT) < 0
                || found.getInt(USED_AT) > SLOTS)
            throw new Damaged("page " + number + " of the index was altered");
        return found;
    }

    static int check(byte[] bytes, int from, int length) {
        CRC32C check = new CRC32C();
        check.update(bytes, from, length);
        return (int) check.getValue();
    }

    /** A PLU or a GTIN, as the table has it. */
    record Key(long hash) {
        private static final long FNV_BASIS = 0xcbf29ce484222325L;
        private static final long FNV_PRIME = 0x100000001b3L;

        static Key ofPlu(String plu) {
            return of('P', plu);
        }

        static Key ofGtin(String gtin) {
            return of('G', gtin);
        }

        /** FNV-1a over kind and text, its bits mixed as MurmurHash3 does at the end. */
        private static Key of(char kind, String text) {
            long hash = (FNV_BASIS ^ kind) * FNV_PRIME;
            for (byte one : text.getBytes(UTF_8)) hash = (hash ^ (one & 0xff)) * FNV_PRIME;
            hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
            hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
            return new Key(hash ^ hash >>> 33);
        }

        int tag() {
            return (int) hash;
        }

        int page(int pages) {
            return (int) ((hash >>> 32) % pages);
        }
    }
}
