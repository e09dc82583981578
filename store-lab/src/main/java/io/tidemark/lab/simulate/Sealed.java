package io.tidemark.lab.simulate;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.util.Arrays;

/** A closed segment on its way to the archive. */
record Sealed(JournalId origin, String name, byte[] content) {
    private static final int ITEMS = 6;
    private static final int NAME_CHARACTERS_MAX = 100;

    byte[] toBytes() {
        return origin.writeTo(new CborWriter().array(ITEMS)).text(name).bytes(content).toBytes();
    }

    static Sealed parse(byte[] bytes) {
        CborReader reader = new CborReader(bytes);
        reader.arrayOf(ITEMS);
        return new Sealed(
                JournalId.readFrom(reader),
                reader.text(NAME_CHARACTERS_MAX),
                reader.bytes(bytes.length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed that && Arrays.equals(toBytes(), that.toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }
}
