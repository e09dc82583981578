package io.tidemark.ledger.closedown;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.CashierTotal;
import io.tidemark.ledger.event.HourTotal;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.ReceiptDigest;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.merkle.LeafHashes;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;

/**
 * What some of a device's entries of a day came to, where they were added up elsewhere than in
 * {@link DeviceDayFold}, which takes it in at once. They were all recorded while the day was open.
 *
 * @param totals of their receipts
 * @param details of their receipts; those of several devices may all be told with one of them,
 *     since only their sum is in a close-down
 * @param movements of this device's receipts
 */
public record AddedUp(Chained chained, Totals totals, Details details, Movements movements) {
    /**
     * How all of the day's entries stand in the journal, those that were not added up among them.
     *
     * @param first sequence of the first
     * @param last sequence of the last
     * @param head the journal's hash at {@code last}
     * @param leaves their hashes
     * @param receipts of all of their receipts
     */
    public record Chained(
            long first, long last, Hash head, LeafHashes leaves, ReceiptDigest receipts) {}

    /**
     * What a store's details of the day are made of.
     *
     * @param charged what receipts above zero came to
     * @param refunded what receipts below zero came to
     * @param products ascending by key
     */
    public record Details(
            Money charged,
            Money refunded,
            List<CashierTotal> cashiers,
            List<HourTotal> hours,
            List<ProductTotal> products,
            Baskets baskets) {
        /** Of a device whose details are told with another's. */
        public static Details none(CurrencyCode currency) {
            Money zero = Money.zero(currency);
            return new Details(zero, zero, List.of(), List.of(), List.of(), new Baskets());
        }

        public Details {
            cashiers = List.copyOf(cashiers);
            hours = List.copyOf(hours);
            products = List.copyOf(products);
        }
    }
}
