package io.tidemark.ledger.epoch;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.Carried;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;

/** What this package's messages have in common: a tag, a limit, and what is carried. */
final class Framed {
    private static final int TAG_MAX = 40;

    private Framed() {}

    /** Reads an array whose first item is the tag and of which {@code fields} items are known. */
    static <T> T parse(byte[] bytes, String tag, int fields, Function<CborReader, T> body) {
        if (bytes.length > Continuation.BYTES_MAX)
            throw new Malformed(
                    bytes.length + " bytes where " + Continuation.BYTES_MAX + " are allowed");
        CborReader reader = new CborReader(bytes);
        try {
            T value = reader.fields(fields, () -> body.apply(tagged(tag, reader)));
            reader.end();
            return value;
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new Malformed(String.valueOf(e.getMessage()), e);
        }
    }

    static CborWriter write(Optional<Carried> carried, CborWriter writer) {
        return carried.map(known -> known.writeTo(writer)).orElseGet(writer::nothing);
    }

    static Optional<Carried> carried(CborReader reader) {
        return reader.takeNothing() ? Optional.empty() : Optional.of(Carried.readFrom(reader));
    }

    private static CborReader tagged(String tag, CborReader reader) {
        String found = reader.text(TAG_MAX);
        if (!found.equals(tag))
            throw new Malformed("'" + found + "' where '" + tag + "' is expected");
        return reader;
    }
}
