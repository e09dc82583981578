package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Puts a master-data file together from products that are encoded already, without holding them.
 * The bytes are those of {@link SignedMasterData#toBytes}.
 */
public final class MasterDataAssembly {
    private static final int PIECE_BYTES = 64 << 10;

    private final byte[] before;
    private final byte[] after;
    private final Products products;

    /**
     * Encoded products, one after the other.
     *
     * @param bytes their length together
     */
    public record Products(int count, long bytes, InputStream encoded) {}

    /**
     * @param around all but the products; it has none itself
     */
    public MasterDataAssembly(MasterData around, Products products) {
        if (!around.products().isEmpty())
            throw new IllegalArgumentException("the products are given by themselves");
        byte[] whole = around.toBytes();
        CborReader reader = new CborReader(whole);
        reader.array();
        reader.skip(MasterData.FIELDS_LEAST - 1);
        int list = reader.position();
        reader.skip();
        this.before =
                new CborWriter(list + 16)
                        .raw(Arrays.copyOf(whole, list))
                        .array(products.count())
                        .toBytes();
        this.after = Arrays.copyOfRange(whole, reader.position(), whole.length);
        this.products = products;
    }

    /** One product as a file has it. */
    public static byte[] encoded(Product product) {
        CborWriter writer = new CborWriter();
        product.writeTo(writer);
        return writer.toBytes();
    }

    /**
     * @return the digest of the content
     * @throws IllegalArgumentException if the whole would be beyond what a file may have
     */
    public Hash write(OutputStream file, Signer headOffice) throws IOException {
        file.write(SignedMasterData.beforeContent(length()));
        Hash content = content(file);
        byte[] signature = headOffice.sign(SignedMasterData.statement(content));
        file.write(new CborWriter().bytes(signature).toBytes());
        return content;
    }

    /** The digest of the content, were it written. */
    public Hash content() throws IOException {
        return content(OutputStream.nullOutputStream());
    }

    private int length() {
        long length = before.length + products.bytes() + after.length;
        if (length > Limits.MASTER_DATA_BYTES_MAX)
            throw new IllegalArgumentException(
                    "master data of "
                            + length
                            + " bytes, beyond the limit of "
                            + Limits.MASTER_DATA_BYTES_MAX);
        return (int) length;
    }

    private Hash content(OutputStream into) throws IOException {
        Hash.Running digest = new Hash.Running();
        into.write(before);
        digest.update(before, 0, before.length);
        byte[] piece = new byte[PIECE_BYTES];
        for (int read = read(piece); read >= 0; read = read(piece)) {
            into.write(piece, 0, read);
            digest.update(piece, 0, read);
        }
        into.write(after);
        digest.update(after, 0, after.length);
        return digest.hash();
    }

    private int read(byte[] piece) throws IOException {
        return products.encoded().read(piece);
    }
}
