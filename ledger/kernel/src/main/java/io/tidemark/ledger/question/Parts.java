package io.tidemark.ledger.question;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/** Items that questions and replies share. */
final class Parts {
    private static final int TAG_MAX = 40;
    private static final int FIELDS = 4;
    private static final int CURRENCY_CHARACTERS = 3;

    private Parts() {}

    /** A whole message: what is no value of its kind is malformed. */
    static <T> T message(String tag, byte[] bytes, Function<CborReader, T> rest) {
        CborReader reader = new CborReader(bytes);
        try {
            T message =
                    reader.fields(
                            FIELDS,
                            () -> {
                                if (!reader.text(TAG_MAX).equals(tag))
                                    throw new Malformed("no " + tag);
                                return rest.apply(reader);
                            });
            reader.end();
            return message;
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new Malformed("no " + tag + ": " + e.getMessage(), e);
        }
    }

    static String code(CborReader reader) {
        return reader.text(Limits.CODE_MAX);
    }

    static LocalDate day(CborReader reader) {
        return LocalDate.ofEpochDay(reader.integer());
    }

    /** Milliseconds since 1970, as entries keep time. */
    static void time(Instant at, CborWriter writer) {
        writer.integer(at.toEpochMilli());
    }

    static Instant time(CborReader reader) {
        return Instant.ofEpochMilli(reader.integer());
    }

    /** The array [minor, currency]. */
    static void money(Money money, CborWriter writer) {
        writer.array(2).integer(money.minor()).text(money.currency().code());
    }

    static Money money(CborReader reader) {
        return reader.fields(
                2,
                () ->
                        new Money(
                                reader.integer(),
                                new CurrencyCode(reader.text(CURRENCY_CHARACTERS))));
    }

    static void within(String text, int charactersMax, String what) {
        if (text.length() > charactersMax)
            throw new IllegalArgumentException(
                    what + " has at most " + charactersMax + " characters, not " + text.length());
    }
}
