package io.tidemark.fog.export.dsfinvk;

import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.money.TaxRate;

/**
 * A key of Stamm_USt (appendix I of DSFinV-K 2.4): fixed ones for the rates of German law, and from
 * 1000 on the shop's own, which here are made of the rate, so that they are the same on every day.
 */
record VatKey(int key, TaxRate rate, String description) implements Comparable<VatKey> {
    private static final TaxRate NONE = new TaxRate(0);
    private static final int OWN = 1_000;

    /** What is not turned over at all: money that moves, vouchers for several purposes, tips. */
    static final VatKey OUT_OF_SCOPE = new VatKey(5, NONE, "Nicht steuerbar");

    static final VatKey EXEMPT = new VatKey(6, NONE, "Umsatzsteuerfrei");

    /** UN/ECE 5305: a service outside the scope of tax. */
    private static final String OUTSIDE = "O";

    static VatKey of(TaxCategory category) {
        return switch (category.rate().ppm()) {
            case 0 -> category.code().equals(OUTSIDE) ? OUT_OF_SCOPE : EXEMPT;
            case 190_000 -> known(1, category, "Allgemeiner Steuersatz (§ 12 Abs. 1 UStG)");
            case 70_000 -> known(2, category, "Ermäßigter Steuersatz (§ 12 Abs. 2 UStG)");
            case 78_000 -> known(3, category, "Durchschnittssatz (§ 24 Abs. 1 Nr. 3 UStG)");
            case 55_000 -> known(4, category, "Durchschnittssatz (§ 24 Abs. 1 Nr. 1 UStG)");
            case 160_000 -> known(21, category, "Historischer allgemeiner Steuersatz");
            case 50_000 -> known(22, category, "Historischer ermäßigter Steuersatz");
            default ->
                    known(
                            Math.addExact(OWN, category.rate().ppm()),
                            category,
                            "VAT " + category.rate());
        };
    }

    private static VatKey known(int key, TaxCategory category, String description) {
        return new VatKey(key, category.rate(), description);
    }

    @Override
    public int compareTo(VatKey other) {
        return Integer.compare(key, other.key);
    }
}
