package io.tidemark.ledger;

/**
 * The named maxima of everything that is stored or sent. What exceeds one is refused, never cut.
 */
public final class Limits {
    /** Lines in one basket (design §3). */
    public static final int LINES_MAX = 10_000;

    /** Tenders, counted amounts or floats in one entry. */
    public static final int TENDERS_MAX = 100;

    /**
     * Minor units of one amount, whichever sign: a line's, a tender's, a receipt's total, its
     * change, what is counted or moved. A trillion: ten billion where the currency has two digits.
     * The lines of one basket can then always be added up.
     */
    public static final long AMOUNT_MINOR_MAX = 1_000_000_000_000L;

    /**
     * Minor units that may move at one till in one day, all amounts counted positive: ten amounts
     * of the greatest, and below the 2⁵³ that a page's JavaScript counts exactly. So neither a
     * day's sums, nor those of a store of {@link #DEVICES_MAX} tills over five years, nor one day's
     * of an organisation's 250,000, can leave 63 bits.
     */
    public static final long DAY_MINOR_MAX = 10 * AMOUNT_MINOR_MAX;

    /**
     * Thousandths of units of one line, whichever sign: a billion units. The lines of one entry,
     * and of millions like it, can then always be added up, whoever wrote them.
     */
    public static final long QUANTITY_THOUSANDTHS_MAX = 1_000_000_000_000L;

    /**
     * Thousandths of units of goods that may move at one device in one day, all counted positive:
     * ten times the most of one line. A store of {@link #DEVICES_MAX} devices then stays within 63
     * bits for years.
     */
    public static final long DAY_THOUSANDTHS_MAX = 10 * QUANTITY_THOUSANDTHS_MAX;

    /** Characters of one text field. */
    public static final int TEXT_MAX = 1_000;

    /**
     * Characters of a code: PLU, GTIN, operator, workstation, department, tax category, tender
     * type.
     */
    public static final int CODE_MAX = 64;

    /**
     * Characters of a workstation that is provisioned: with its epoch and its place in a journal it
     * is the id of a suspended basket, which is a code.
     */
    public static final int WORKSTATION_MAX = 32;

    /** Characters of an organisation's DNS domain (RFC 1035 §2.3.4). */
    public static final int DOMAIN_MAX = 253;

    /** Bytes of one entry: 10,000 lines of about 400 bytes. */
    public static final int ENTRY_BYTES_MAX = 4 << 20;

    /** Bytes of one batch: one largest entry and its framing. */
    public static final int BATCH_BYTES_MAX = 5 << 20;

    /** Bytes of entries after which a batch is full enough, where boundaries allow it. */
    public static final int BATCH_BYTES_TARGET = 256 << 10;

    /** Entries of one batch. */
    public static final int BATCH_ENTRIES_MAX = 10_000;

    /** Devices of one store. */
    public static final int DEVICES_MAX = 500;

    /** Bytes of the signed master-data file: 200,000 products of about 300 bytes, and room. */
    public static final int MASTER_DATA_BYTES_MAX = 128 << 20;

    /** Bytes of one part of it on the way to a till. */
    public static final int MASTER_PART_BYTES_MAX = 128 << 10;

    /** Operators in one master-data file. */
    public static final int OPERATORS_MAX = 10_000;

    /** Products in one master-data file. */
    public static final int PRODUCTS_MAX = 500_000;

    private Limits() {}
}
