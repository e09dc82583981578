package io.tidemark.fog.columns;

import io.tidemark.ledger.closedown.AddedUp;
import io.tidemark.ledger.closedown.Baskets;
import io.tidemark.ledger.event.CashierTotal;
import io.tidemark.ledger.event.HourTotal;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What several devices' columns come to together, in arrays that are looked up by number. Not safe
 * for use by several threads.
 *
 * <p>Sums are of 64 bits over numbers of 32, of which no memory holds so many that they overflow.
 */
final class StoreSums {
    private static final int HOURS = HourTotal.LAST - HourTotal.FIRST + 1;

    /** Lines, quantity, gross, tax, cost: beside each other, for each line changes all five. */
    static final int PRODUCT = 5;

    private static final int CASHIER = 5;
    private static final int HOUR = 3;

    private final CurrencyCode currency;
    private final Sizes names;
    private final long[] products;
    private final long[] cashiers;
    private final long[] hours = new long[HOUR * HOURS];
    private final long[] tallyCounts;
    private final long[] tallyAmounts;
    private final Baskets baskets = new Baskets();
    private long charged;
    private long refunded;

    /**
     * The names there are, by number.
     *
     * @param productsInOrder their numbers, ascending by key
     * @param stockCells for each product
     */
    record Sizes(
            List<ProductTotal.Key> products,
            int[] productsInOrder,
            int[] stockCells,
            List<DayNames.Sales> sales,
            List<String> operators,
            List<DayNames.Account> accounts,
            List<String> tallies) {
        static Sizes of(DayNames names) {
            ProductOrder.Ordered products = names.productOrder.now();
            return new Sizes(
                    products.keys(),
                    products.ascending(),
                    TillSums.stockCells(products.keys()),
                    names.sales.all(),
                    names.operators.all(),
                    names.accounts.all(),
                    names.tallies.all());
        }
    }

    StoreSums(CurrencyCode currency, Sizes names) {
        this.currency = currency;
        this.names = names;
        this.products = new long[PRODUCT * names.products().size()];
        this.cashiers = new long[CASHIER * names.operators().size()];
        this.tallyCounts = new long[names.operators().size() * names.tallies().size()];
        this.tallyAmounts = new long[tallyCounts.length];
    }

    /** Takes a device in, and says what it came to by itself. */
    Totals add(ReceiptTables tables) {
        TillSums till = new TillSums(currency, names);
        Rows receipts = tables.receipts.rows();
        while (receipts.next()) receipts(receipts, till);
        Rows lines = tables.lines.rows();
        while (lines.next()) till.lines(lines, products);
        till.tenders(tables.tenders.rows());
        till.changes(tables.changes.rows());
        till.tallies(tables.tallies.rows(), tallyCounts, tallyAmounts);
        return till.totals();
    }

    private void receipts(Rows rows, TillSums till) {
        int[] operator = rows.column(0);
        int[] hour = rows.column(1);
        int[] returned = rows.column(2);
        int[] lines = rows.column(3);
        int[] goods = rows.column(4);
        int[] totals = rows.column(5);
        int count = rows.count();
        for (int i = 0; i < count; i++) {
            int total = totals[i];
            int back = returned[i];
            long takenBack = back == 0 ? 0 : total;
            till.receipt(back, lines[i], total, takenBack);
            if (total < 0) refunded += total;
            else charged += total;
            int cashier = CASHIER * operator[i];
            cashiers[cashier]++;
            cashiers[cashier + 1] += back;
            cashiers[cashier + 2] += lines[i];
            cashiers[cashier + 3] += total;
            cashiers[cashier + 4] += takenBack;
            int at = HOUR * hour[i];
            hours[at]++;
            hours[at + 1] += lines[i];
            hours[at + 2] += total;
            if (back == 0) baskets.add(goods[i], total);
        }
    }

    /** Puts what another thread added up to this. */
    void add(StoreSums other) {
        add(products, other.products);
        add(cashiers, other.cashiers);
        add(hours, other.hours);
        add(tallyCounts, other.tallyCounts);
        add(tallyAmounts, other.tallyAmounts);
        baskets.add(other.baskets);
        charged += other.charged;
        refunded += other.refunded;
    }

    private static void add(long[] to, long[] from) {
        for (int i = 0; i < to.length; i++) to[i] += from[i];
    }

    AddedUp.Details details() {
        return new AddedUp.Details(
                money(charged), money(refunded), cashiers(), hours(), products(), baskets);
    }

    private List<CashierTotal> cashiers() {
        List<CashierTotal> totals = new ArrayList<>();
        for (int i = 0; i < names.operators().size(); i++) {
            int at = CASHIER * i;
            totals.add(
                    new CashierTotal(
                            names.operators().get(i),
                            cashiers[at],
                            cashiers[at + 1],
                            cashiers[at + 2],
                            0,
                            money(cashiers[at + 3]),
                            money(cashiers[at + 4]),
                            tallies(i)));
        }
        return totals;
    }

    private List<Tally> tallies(int operator) {
        int kinds = names.tallies().size();
        List<Tally> tallies = new ArrayList<>();
        for (int kind = 0; kind < kinds; kind++) {
            int at = operator * kinds + kind;
            if (tallyCounts[at] > 0)
                tallies.add(
                        new Tally(
                                names.tallies().get(kind),
                                tallyCounts[at],
                                money(tallyAmounts[at])));
        }
        return tallies;
    }

    private List<HourTotal> hours() {
        List<HourTotal> totals = new ArrayList<>();
        for (int i = 0; i < HOURS; i++) {
            int at = HOUR * i;
            if (hours[at] > 0)
                totals.add(
                        new HourTotal(
                                i + HourTotal.FIRST,
                                hours[at],
                                hours[at + 1],
                                money(hours[at + 2])));
        }
        return totals;
    }

    private List<ProductTotal> products() {
        return IntStream.of(names.productsInOrder())
                .parallel()
                .filter(number -> products[PRODUCT * number] > 0)
                .mapToObj(this::product)
                .toList();
    }

    private ProductTotal product(int number) {
        int at = PRODUCT * number;
        return new ProductTotal(
                names.products().get(number),
                products[at],
                products[at + 1],
                money(products[at + 2]),
                money(products[at + 3]),
                money(products[at + 4]));
    }

    private Money money(long minor) {
        return new Money(minor, currency);
    }
}
