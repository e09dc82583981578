package io.tidemark.ledger;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Made by the caller, kept in the entry: the same id and body get the same answer again. */
public record CommandId(UUID value) {
    private static final int BYTES = 16;

    public static CommandId parse(String text) {
        return new CommandId(UUID.fromString(text));
    }

    public void writeTo(CborWriter writer) {
        writer.bytes(
                ByteBuffer.allocate(BYTES)
                        .putLong(value.getMostSignificantBits())
                        .putLong(value.getLeastSignificantBits())
                        .array());
    }

    public static CommandId readFrom(CborReader reader) {
        ByteBuffer bytes = ByteBuffer.wrap(reader.bytesOf(BYTES));
        return new CommandId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
