package io.tidemark.edge.catalogue;

import io.tidemark.ledger.masterdata.MasterDataStream;
import io.tidemark.ledger.masterdata.Product;
import io.tidemark.ledger.masterdata.ProductVisitor;
import io.tidemark.ledger.money.CurrencyCode;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Makes an {@link ArticleIndex} while the signed file is read. The table is mapped while it is
 * filled, since articles come in any order; afterwards nothing of it is left in memory.
 */
final class Indexing implements ProductVisitor, AutoCloseable {
    /** On average; so that hardly any page overflows. */
    private static final int SLOTS_FILLED = 42;

    private final FileChannel channel;
    private final CurrencyCode currency;
    private final Arena arena = Arena.ofConfined();
    private ByteBuffer table = ByteBuffer.allocate(0);
    private int pages;
    private int articles;

    /**
     * @param path written over if there
     * @param currency articles without a price in it are not sold here
     */
    Indexing(Path path, CurrencyCode currency) throws IOException {
        this.currency = currency;
        this.channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
    }

    @Override
    public void begun(int products) throws IOException {
        pages = 1 + 2 * products / SLOTS_FILLED;
        long bytes = (long) ArticleIndex.PAGE_BYTES * pages;
        table =
                channel.map(MapMode.READ_WRITE, ArticleIndex.PAGE_BYTES, bytes, arena)
                        .asByteBuffer();
    }

    @Override
    public void product(Product product, long position, byte[] item) {
        if (!product.currency().equals(currency)) return;
        articles++;
        int check = ArticleIndex.Slot.check(item);
        put(ArticleIndex.Key.ofPlu(product.plu()), (int) position, item.length, check);
        if (product.gtin() != null)
            put(ArticleIndex.Key.ofGtin(product.gtin()), (int) position, item.length, check);
    }

    private void put(ArticleIndex.Key key, int position, int length, int check) {
        int page = key.page(pages) * ArticleIndex.PAGE_BYTES;
        int used = table.getInt(page + ArticleIndex.USED_AT);
        while (used == ArticleIndex.SLOTS) {
            page = (page + ArticleIndex.PAGE_BYTES) % table.capacity();
            used = table.getInt(page + ArticleIndex.USED_AT);
        }
        int slot = page + ArticleIndex.SLOTS_AT + used * ArticleIndex.SLOT_BYTES;
        table.putInt(slot, key.tag()).putInt(slot + 4, position);
        table.putInt(slot + 8, length).putInt(slot + 12, check);
        table.putInt(page + ArticleIndex.USED_AT, used + 1);
    }

    /** The file was read to its end: on disk when this returns. */
    void finish(MasterDataStream.Contents contents, long fileBytes) throws IOException {
        CRC32C check = new CRC32C();
        for (int page = 0; page < table.capacity(); page += ArticleIndex.PAGE_BYTES) {
            int checked = page + ArticleIndex.USED_AT;
            check.reset();
            check.update(table.slice(checked, ArticleIndex.PAGE_BYTES - ArticleIndex.USED_AT));
            table.putInt(page, (int) check.getValue());
        }
        byte[] rest = contents.around().toBytes();
        IndexHeader header =
                new IndexHeader(
                        contents.content(),
                        fileBytes,
                        pages,
                        articles,
                        currency,
                        rest.length,
                        ArticleIndex.check(rest, 0, rest.length));
        write(rest, header.restAt());
        write(header.toBytes(), 0);
        channel.force(true);
    }

    private void write(byte[] bytes, long at) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        for (long to = at; left.hasRemaining(); ) to += channel.write(left, to);
    }

    @Override
    public void close() throws IOException {
        arena.close();
        channel.close();
    }
}
