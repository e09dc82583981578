package io.tidemark.ledger.masterdata;

import java.io.IOException;

/** Is shown a master-data file's products one by one, in the file's order. */
public interface ProductVisitor {
    /** Before the first of so many. */
    default void begun(int products) throws IOException {}

    /**
     * @param position of the item in the file, in bytes
     * @param item the product as the file has it
     */
    void product(Product product, long position, byte[] item) throws IOException;
}
