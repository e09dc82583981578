package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;

/**
 * How often something out of the ordinary was done in a day, and for how much.
 *
 * @param kind one of the codes here; a code of a later version is kept and added up like any other
 * @param amount in the store's currency; zero where the kind has none
 */
public record Tally(String kind, long count, Money amount) {
    /** Receipts taken back as a whole; their total, as it counted before. */
    public static final String POST_VOID = "POST_VOID";

    /** Baskets given up before they were paid; their total. */
    public static final String BASKET_VOID = "BASKET_VOID";

    /** Lines taken out of baskets that were then paid; their amount. */
    public static final String LINE_VOID = "LINE_VOID";

    public static final String SUSPENDED = "SUSPENDED";
    public static final String RESUMED = "RESUMED";

    /** Discounts on lines and baskets; what they took off. */
    public static final String DISCOUNT = "DISCOUNT";

    /**
     * Lines sold at another price than the catalogue's; what that took off, negative if it added.
     */
    public static final String PRICE_OVERRIDE = "PRICE_OVERRIDE";

    /** What a supervisor allowed. */
    public static final String APPROVAL = "APPROVAL";

    /** Receipts printed again. */
    public static final String COPY = "COPY";

    /** Receipts in training mode, which are in no other figure; their total. */
    public static final String TRAINING = "TRAINING";

    /** Returned lines that name a receipt which could not be looked at; their amount. */
    public static final String RETURN_UNCHECKED = "RETURN_UNCHECKED";

    /** Returned lines without a receipt; their amount. */
    public static final String RETURN_WITHOUT_RECEIPT = "RETURN_WITHOUT_RECEIPT";

    /** Customers who were found to be old enough. */
    public static final String AGE_CHECK = "AGE_CHECK";

    /** Redemptions of gift cards whose balance nobody could tell; their amount. */
    public static final String GIFT_CARD_UNCHECKED = "GIFT_CARD_UNCHECKED";

    public static final String SIGN_ON = "SIGN_ON";

    /** Movements of cash that another person is to confirm; how much is in their entries. */
    public static final String CASH_GIVEN = "CASH_GIVEN";

    /** Of those, how many were confirmed on their own business day. */
    public static final String CASH_CONFIRMED = "CASH_CONFIRMED";

    /** Movements of earlier business days that were confirmed on this one. */
    public static final String CASH_CONFIRMED_LATER = "CASH_CONFIRMED_LATER";

    /** Confirmations of another amount than was said. */
    public static final String CASH_DIFFERS = "CASH_DIFFERS";

    /** Exchanges that were refused because of what is in the drawer, which was not counted yet. */
    public static final String EXCHANGE_REFUSED = "EXCHANGE_REFUSED";

    /** Shelves that showed another price than the catalogue's. */
    public static final String SHELF_PRICE_WRONG = "SHELF_PRICE_WRONG";

    public Tally {
        Items.within(kind, Limits.CODE_MAX, "a tally's kind");
    }

    Tally plus(Tally other) {
        return new Tally(kind, Math.addExact(count, other.count), amount.plus(other.amount));
    }

    void writeTo(CborWriter writer) {
        writer.array(3).text(kind).integer(count).integer(amount.minor());
    }

    static Tally readFrom(CurrencyCode currency, CborReader reader) {
        return reader.fields(
                3,
                () ->
                        new Tally(
                                Items.code(reader),
                                reader.integer(),
                                Items.minor(currency, reader)));
    }
}
