package io.tidemark.cloud.books;

import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.Money;

/**
 * An amount of a close-down, or of many together, and what it is of.
 *
 * @param home whether it is in the store's currency
 */
public record Measured(Measure measure, Facets facets, boolean home, Money amount) {

    public Measured negated() {
        return new Measured(measure, facets, home, amount.negated());
    }

    /** By what an account may be divided. Empty, or 0, where the measure has none. */
    public record Facets(String tender, String department, String tax, int ratePpm) {
        public static final Facets NONE = new Facets("", "", "", 0);

        static Facets of(TenderType tender) {
            return new Facets(tender.code(), "", "", 0);
        }

        static Facets of(TaxCategory tax) {
            return new Facets("", "", tax.code(), tax.rate().ppm());
        }

        static Facets of(String department, TaxCategory tax) {
            return new Facets("", department, tax.code(), tax.rate().ppm());
        }
    }
}
