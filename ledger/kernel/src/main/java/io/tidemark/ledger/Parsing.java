package io.tidemark.ledger;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.Malformed;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Turns what a value's own constructor refuses into {@link Malformed}, where the value came from
 * outside.
 */
final class Parsing {
    private Parsing() {}

    static <T> T whole(byte[] bytes, Function<CborReader, T> parser) {
        CborReader reader = new CborReader(bytes);
        T value = checked(() -> parser.apply(reader));
        reader.end();
        return value;
    }

    static <T> T checked(Supplier<T> parser) {
        try {
            return parser.get();
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
            throw new Malformed(String.valueOf(e.getMessage()), e);
        }
    }

    static Head head(CborReader reader) {
        long sequence = reader.integer();
        if (sequence < 0) throw new Malformed("a negative sequence: " + sequence);
        return new Head(sequence, Hash.of(reader.bytesOf(Hash.BYTES)));
    }
}
