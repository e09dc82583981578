package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.Signature;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a master-data file once, from its first byte to its last, with one product in memory at a
 * time: a till has less memory than a file of 200,000 products takes.
 *
 * <p>Until {@link #read} has returned and the signature is found good, nothing that the visitor was
 * shown is to be believed.
 */
public final class MasterDataStream {
    private final FileWindow window;
    private final ProductVisitor visitor;

    /**
     * What the file says.
     *
     * @param around all but the products
     * @param content the digest of the content: what {@code MasterDataAdopted} records
     */
    public record Contents(MasterData around, int products, Hash content, Signature signature) {
        public long version() {
            return around.version();
        }

        public boolean isBy(Verifier headOffice) {
            return headOffice.verify(SignedMasterData.statement(content), signature.toBytes());
        }
    }

    /** What stands before the products, and how many fields the whole has. */
    private record Start(int fields, MasterData around) {}

    private MasterDataStream(InputStream file, ProductVisitor visitor) {
        this.window = new FileWindow(file);
        this.visitor = visitor;
    }

    /**
     * @param file read to its end, not closed
     * @throws Malformed if it is no master-data file
     */
    public static Contents read(InputStream file, ProductVisitor visitor) throws IOException {
        try {
            return new MasterDataStream(file, visitor).read();
        } catch (IllegalArgumentException e) {
            throw new Malformed(String.valueOf(e.getMessage()), e);
        }
    }

    private Contents read() throws IOException {
        int length = window.next(SignedMasterData::contentBegun);
        long begun = window.position();
        window.digest();
        Start start = window.next(MasterDataStream::start);
        int products = products(start.around());
        MasterData around = around(start);
        if (window.position() - begun != length)
            throw new Malformed("the content has another length than it says");
        Hash content = window.digested();
        Signature signature = window.next(reader -> Signature.of(reader.bytesOf(Signature.BYTES)));
        window.end();
        return new Contents(around, products, content, signature);
    }

    private static Start start(CborReader reader) {
        int fields = reader.arrayOfAtLeast(MasterData.FIELDS_LEAST);
        return new Start(fields, MasterData.beforeProducts(reader));
    }

    private int products(MasterData before) throws IOException {
        Set<String> taxes =
                before.taxes().stream()
                        .map(tax -> tax.category().code())
                        .collect(Collectors.toSet());
        int count = window.next(reader -> reader.listBegun(Limits.PRODUCTS_MAX));
        visitor.begun(count);
        for (int i = 0; i < count; i++) {
            long position = window.position();
            byte[] item = window.next(CborReader::item);
            Product product = Product.parse(item);
            MasterData.requireKnownTax(taxes, product);
            visitor.product(product, position, item);
        }
        return count;
    }

    /** The same file without its products: whatever stands after them is read as it always is. */
    private MasterData around(Start start) throws IOException {
        CborWriter writer = new CborWriter().array(start.fields());
        start.around().writeBeforeProducts(writer);
        writer.array(0);
        for (int i = MasterData.FIELDS_LEAST; i < start.fields(); i++)
            writer.raw(window.next(CborReader::item));
        return MasterData.parse(writer.toBytes());
    }
}
