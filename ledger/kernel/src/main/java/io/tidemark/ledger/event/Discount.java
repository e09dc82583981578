package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;

/**
 * Money off a line or the whole basket. Lines store their share of it, so that the VAT of each is
 * right.
 *
 * @param reason why, as people read it on the receipt
 * @param ratePpm as a part of the undiscounted amount, in parts per million; 0 where it is an
 *     amount
 * @param amount what it took off in all; negative where goods that had it come back
 */
public record Discount(Kind kind, String reason, int ratePpm, Money amount) {
    /** What it was given on. The ordinal is on the wire: only ever added to, at the end. */
    public enum Kind {
        LINE,
        BASKET
    }

    /** The whole price. */
    public static final int RATE_PPM_MAX = 1_000_000;

    public Discount {
        Items.within(reason, Limits.TEXT_MAX, "a discount's reason");
        amount.requireSummable("a discount");
        if (ratePpm < 0 || ratePpm > RATE_PPM_MAX)
            throw new IllegalArgumentException("a discount is 0 to 100 %, not " + ratePpm + " ppm");
    }

    Discount negated() {
        return new Discount(kind, reason, ratePpm, amount.negated());
    }

    void writeTo(CborWriter writer) {
        writer.array(4).integer(kind.ordinal()).text(reason);
        writer.integer(ratePpm).integer(amount.minor());
    }

    static Discount readFrom(CurrencyCode currency, CborReader reader) {
        return reader.fields(
                4,
                () ->
                        new Discount(
                                Kind.values()[reader.integer(0, Kind.values().length - 1)],
                                reader.text(Limits.TEXT_MAX),
                                reader.integer(0, RATE_PPM_MAX),
                                Items.minor(currency, reader)));
    }
}
