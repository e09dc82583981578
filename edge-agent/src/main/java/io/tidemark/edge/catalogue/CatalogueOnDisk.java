package io.tidemark.edge.catalogue;

import io.tidemark.edge.catalogue.ArticleIndex.Damaged;
import io.tidemark.edge.catalogue.ArticleIndex.Slot;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.MasterDataStream;
import io.tidemark.ledger.masterdata.MasterDataStream.Contents;
import io.tidemark.ledger.masterdata.Product;
import io.tidemark.ledger.money.CurrencyCode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * One version of the master data in its signed file, read where its index says. Its articles take
 * no memory. Safe for use by several threads; the files close when nobody uses it any more.
 */
final class CatalogueOnDisk {
    private static final int PIECE_BYTES = 64 << 10;

    private final Path path;
    private final RandomAccessFile file;
    private final ArticleIndex index;

    private CatalogueOnDisk(Path path, RandomAccessFile file, ArticleIndex index) {
        this.path = path;
        this.file = file;
        this.index = index;
    }

    /**
     * @param content the digest of the content that was adopted
     * @throws Damaged if file or index are not there, or not what they should be
     */
    static CatalogueOnDisk open(Path path, Path indexed, Hash content, CurrencyCode currency) {
        ArticleIndex index = ArticleIndex.open(indexed, content, currency);
        try {
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
            if (file.length() != index.header().fileBytes())
                throw new Damaged(path + " has another length than its index says");
            return new CatalogueOnDisk(path, file, index);
        } catch (IOException e) {
            throw new Damaged(path + " cannot be read (" + e + ")", e);
        }
    }

    /** All but the articles. */
    MasterData around() {
        return index.around();
    }

    MasterDataAdopted adopted() {
        return new MasterDataAdopted(around().version(), index.header().content());
    }

    Optional<Product> byPlu(String plu) {
        return find(ArticleIndex.Key.ofPlu(plu), product -> product.plu().equals(plu));
    }

    Optional<Product> byGtin(String gtin) {
        return find(ArticleIndex.Key.ofGtin(gtin), product -> gtin.equals(product.gtin()));
    }

    private interface Wanted {
        boolean is(Product product);
    }

    private Optional<Product> find(ArticleIndex.Key key, Wanted wanted) {
        try {
            return index.find(key, slot -> Optional.of(read(slot)).filter(wanted::is));
        } catch (IOException | Malformed e) {
            throw new Damaged(path + " cannot be read (" + e + ")", e);
        }
    }

    private Product read(Slot slot) throws IOException {
        byte[] item = new byte[slot.length()];
        synchronized (file) {
            file.seek(Integer.toUnsignedLong(slot.position()));
            file.readFully(item);
        }
        if (!slot.isOf(item))
            throw new Damaged("the article at byte " + slot.position() + " was altered");
        return Product.parse(item);
    }

    /**
     * Those of the first PLUs whose description has all these words, or whose PLU begins with the
     * text. Reads the whole file, one search at a time, and tells nothing of one that is not what
     * was adopted any more.
     *
     * @throws Damaged if it is not
     */
    synchronized List<Product> search(String text, int most) {
        Words words = Words.of(text);
        CurrencyCode currency = index.header().currency();
        PriorityQueue<Product> last =
                new PriorityQueue<>(Comparator.comparing(Product::plu).reversed());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), PIECE_BYTES)) {
            Contents contents =
                    MasterDataStream.read(
                            in,
                            (product, _, _) -> {
                                if (!product.currency().equals(currency) || !words.are(product))
                                    return;
                                last.add(product);
                                if (last.size() > most) last.remove();
                            });
            if (!contents.content().equals(index.header().content()))
                throw new Damaged(path + " was altered");
        } catch (IOException | Malformed e) {
            throw new Damaged(path + " cannot be read (" + e + ")", e);
        }
        return last.stream().sorted(Comparator.comparing(Product::plu)).toList();
    }

    /** What a person looks for. */
    private record Words(String whole, List<String> each) {
        static Words of(String text) {
            String whole = text.toLowerCase(Locale.ROOT).strip();
            return new Words(whole, List.of(whole.split("\\s+")));
        }

        boolean are(Product product) {
            String description = product.description().toLowerCase(Locale.ROOT);
            return product.plu().toLowerCase(Locale.ROOT).startsWith(whole)
                    || each.stream().allMatch(description::contains);
        }
    }
}
