package io.tidemark.ledger.event;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.time.LocalDate;

/** Items that several events share. */
final class Items {
    private static final int CURRENCY_CHARACTERS = 3;

    private Items() {}

    static CurrencyCode currency(CborReader reader) {
        return new CurrencyCode(reader.text(CURRENCY_CHARACTERS));
    }

    /** The array [minor, currency]. */
    static void money(Money money, CborWriter writer) {
        writer.array(2).integer(money.minor()).text(money.currency().code());
    }

    static Money money(CborReader reader) {
        return reader.fields(2, () -> new Money(reader.integer(), currency(reader)));
    }

    /** An amount whose currency stands elsewhere in the same event. */
    static Money minor(CurrencyCode currency, CborReader reader) {
        return new Money(reader.integer(), currency);
    }

    static LocalDate day(CborReader reader) {
        return LocalDate.ofEpochDay(reader.integer());
    }

    static Hash hash(CborReader reader) {
        return Hash.of(reader.bytesOf(Hash.BYTES));
    }

    static String code(CborReader reader) {
        return reader.text(Limits.CODE_MAX);
    }

    /**
     * Refuses text that would not fit on the wire, when the value is made rather than when it is
     * sent.
     */
    static void within(String text, int charactersMax, String what) {
        if (text.length() > charactersMax)
            throw new IllegalArgumentException(
                    what + " has at most " + charactersMax + " characters, not " + text.length());
    }

    static void atMost(int size, int most, String what) {
        if (size > most)
            throw new IllegalArgumentException("at most " + most + " " + what + ", not " + size);
    }
}
