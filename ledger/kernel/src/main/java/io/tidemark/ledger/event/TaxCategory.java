package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.TaxRate;

/** A VAT key and the rate it had when the line was sold. */
public record TaxCategory(String code, TaxRate rate) implements Comparable<TaxCategory> {
    /**
     * Of what is no supply: rounding and tips. The letter is that of UNTDID 5305 (EN 16931) for
     * what is outside the scope of tax.
     */
    public static final TaxCategory OUTSIDE = new TaxCategory("O", new TaxRate(0));

    public TaxCategory {
        if (code.isBlank()) throw new IllegalArgumentException("a tax category needs a code");
        Items.within(code, Limits.CODE_MAX, "a tax category");
    }

    @Override
    public int compareTo(TaxCategory other) {
        int byCode = code.compareTo(other.code);
        return byCode != 0 ? byCode : Integer.compare(rate.ppm(), other.rate.ppm());
    }

    /** Two items: code, rate in ppm. */
    void writeTo(CborWriter writer) {
        writer.text(code).integer(rate.ppm());
    }

    static TaxCategory readFrom(CborReader reader) {
        return new TaxCategory(Items.code(reader), new TaxRate(reader.integer(0, 1_000_000)));
    }
}
