package io.tidemark.ledger.event;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a close-down tells of the entries it took in, beyond totals.
 *
 * @param charged what receipts above zero came to
 * @param refunded what receipts below zero came to; never above zero
 * @param cashiers ascending by operator
 * @param hours ascending
 * @param entries how many of the business day are taken in, of whatever kind
 * @param root of the Merkle tree (RFC 6962 §2.1, SHA-256) whose leaves are these entries' hashes in
 *     their journals' chains, ordered by device, epoch and sequence
 * @param exchange the store's positions in foreign currencies, ascending; none where it has none
 * @param stock what its goods are worth; null where it never had any
 */
public record DayDetails(
        Money charged,
        Money refunded,
        List<CashierTotal> cashiers,
        List<HourTotal> hours,
        BasketStatistics baskets,
        ProductTable products,
        long entries,
        Hash root,
        List<ExchangePosition> exchange,
        @Nullable StockValues stock) {
    /** Hours that a business day can have. */
    public static final int HOURS_MAX = HourTotal.LAST - HourTotal.FIRST + 1;

    private static final int FIELDS = 8;

    /** Added later, and left out where the store has no position. */
    private static final int FIELDS_EXCHANGING = 9;

    /** Added later still, and left out where there never were goods. */
    private static final int FIELDS_WITH_STOCK = 10;

    public DayDetails {
        cashiers = List.copyOf(cashiers);
        hours = List.copyOf(hours);
        Items.atMost(cashiers.size(), Totals.KEYS_MAX, "operators");
        Items.atMost(hours.size(), HOURS_MAX, "hours");
        exchange = List.copyOf(exchange);
        Items.atMost(exchange.size(), Totals.KEYS_MAX, "currencies exchanged");
    }

    /** Of a store without a position in any currency, and without goods. */
    public DayDetails(
            Money charged,
            Money refunded,
            List<CashierTotal> cashiers,
            List<HourTotal> hours,
            BasketStatistics baskets,
            ProductTable products,
            long entries,
            Hash root) {
        this(charged, refunded, cashiers, hours, baskets, products, entries, root, List.of());
    }

    /** Of a store without goods. */
    public DayDetails(
            Money charged,
            Money refunded,
            List<CashierTotal> cashiers,
            List<HourTotal> hours,
            BasketStatistics baskets,
            ProductTable products,
            long entries,
            Hash root,
            List<ExchangePosition> exchange) {
        this(charged, refunded, cashiers, hours, baskets, products, entries, root, exchange, null);
    }

    /** The array of these in order; the currency is the store's. */
    void writeTo(CborWriter writer) {
        StockValues goods = stock;
        int plain = exchange.isEmpty() ? FIELDS : FIELDS_EXCHANGING;
        writer.array(goods == null ? plain : FIELDS_WITH_STOCK)
                .integer(charged.minor())
                .integer(refunded.minor());
        writer.list(cashiers, CashierTotal::writeTo).list(hours, HourTotal::writeTo);
        baskets.writeTo(writer);
        products.writeTo(writer);
        writer.integer(entries).bytes(root.toBytes());
        if (goods != null || !exchange.isEmpty()) writer.list(exchange, ExchangePosition::writeTo);
        if (goods != null) goods.writeTo(writer);
    }

    static DayDetails readFrom(CurrencyCode currency, CborReader reader) {
        return reader.fields(
                FIELDS,
                FIELDS_WITH_STOCK,
                there ->
                        new DayDetails(
                                Items.minor(currency, reader),
                                Items.minor(currency, reader),
                                reader.list(
                                        Totals.KEYS_MAX,
                                        () -> CashierTotal.readFrom(currency, reader)),
                                reader.list(HOURS_MAX, () -> HourTotal.readFrom(currency, reader)),
                                BasketStatistics.readFrom(currency, reader),
                                ProductTable.readFrom(reader),
                                reader.integer(),
                                Items.hash(reader),
                                there < FIELDS_EXCHANGING
                                        ? List.of()
                                        : reader.list(
                                                Totals.KEYS_MAX,
                                                () -> ExchangePosition.readFrom(currency, reader)),
                                there < FIELDS_WITH_STOCK
                                        ? null
                                        : StockValues.readFrom(currency, reader)));
    }
}
