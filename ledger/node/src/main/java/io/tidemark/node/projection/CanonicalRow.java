package io.tidemark.node.projection;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A row as bytes, the same whether it comes from an entry or from the table. Used again for each
 * row.
 */
final class CanonicalRow {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    CanonicalRow restart(String table) {
        bytes.reset();
        return text(table);
    }

    void absent() {
        bytes.write(0);
    }

    void present() {
        bytes.write(1);
    }

    CanonicalRow number(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) bytes.write((int) (value >>> shift));
        return this;
    }

    CanonicalRow text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    CanonicalRow bytes(byte[] value) {
        number(value.length);
        bytes.writeBytes(value);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
