package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;

/**
 * What a receipt's line is for. All of them add up to the total that is paid; only goods are sold.
 * After the business cases of DSFinV-K 2.4, appendix C ({@code GV_TYP}). Kinds are only ever added
 * at the end: entries hold their place.
 */
public enum LineKind {
    /** Goods and services: {@code Umsatz}. */
    GOODS,
    /**
     * A deposit on a container, taxed as its goods are: charged where positive, given back where
     * negative ({@code Pfand}, {@code PfandRueckzahlung}).
     */
    DEPOSIT,
    /**
     * A multi-purpose voucher, on which no tax is due before it is redeemed (Directive 2006/112/EC,
     * article 30b): {@code MehrzweckgutscheinKauf}.
     */
    GIFT_CARD,
    /** For those who serve, untaxed: {@code TrinkgeldAN}. */
    TIP,
    /** What the smallest coin makes of a total that is paid in cash. */
    ROUNDING;

    public boolean isGoods() {
        return this == GOODS;
    }

    static LineKind readFrom(CborReader reader) {
        return values()[reader.integer(0, values().length - 1)];
    }
}
