package io.tidemark.cloud.masterdata;

import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.MasterDataAssembly;
import io.tidemark.ledger.masterdata.Product;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Products on their way into a file: on disk, as the file will have them, and never all in memory.
 */
final class Draft implements AutoCloseable {
    private final Path path;
    private final OutputStream out;
    private int count;
    private long bytes;

    /**
     * @param path gone when this is closed
     * @param out writes into it
     */
    Draft(Path path, OutputStream out) {
        this.path = path;
        this.out = out;
    }

    void add(Product product) throws IOException {
        byte[] item = MasterDataAssembly.encoded(product);
        out.write(item);
        count++;
        bytes += item.length;
    }

    int products() {
        return count;
    }

    /** What is done with them. */
    interface Use<T> {
        T of(MasterDataAssembly assembly) throws IOException;
    }

    /** Puts the products into what stands around them. */
    <T> T within(MasterData around, Use<T> use) throws IOException {
        out.flush();
        try (InputStream encoded = Files.newInputStream(path)) {
            return use.of(
                    new MasterDataAssembly(
                            around, new MasterDataAssembly.Products(count, bytes, encoded)));
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            Files.deleteIfExists(path);
        }
    }
}
