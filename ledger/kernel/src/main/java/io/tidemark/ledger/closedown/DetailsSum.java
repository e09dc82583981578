package io.tidemark.ledger.closedown;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.CashierTotal;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.HourTotal;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.merkle.LeafHashes;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.stock.StockItem;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Adds up, entry by entry, what one device's journal has to say for {@link
 * io.tidemark.ledger.event.DayDetails}. Not safe for use by several threads.
 */
final class DetailsSum {
    private final LocalDate day;
    private final CurrencyCode currency;
    private final SortedMap<String, CashierSum> cashiers = new TreeMap<>();
    private final SortedMap<Integer, HourTotal> hours = new TreeMap<>();
    private final Map<ProductTotal.Key, ProductSum> products = new HashMap<>();
    private final Map<String, String> departments = new HashMap<>();
    private final Baskets baskets = new Baskets();
    private final GoodsSum goods = new GoodsSum();
    private List<ProductTotal> productsElsewhere = List.of();
    private LeafHashes taken = LeafHashes.alone();
    private Money charged;
    private Money refunded;

    DetailsSum(LocalDate day, CurrencyCode currency) {
        this.day = day;
        this.currency = currency;
        charged = Money.zero(currency);
        refunded = charged;
    }

    /** An entry of the day that the close-down takes in, whether it adds anything or not. */
    void take(Hash hash) {
        taken.add(hash);
    }

    /** One that adds to the day. */
    void add(long sequence, Entry entry) {
        goods.add(sequence, entry);
        cashier(entry.header().operator()).add(entry.event());
        if (!(entry.event() instanceof RetailTransaction transaction)) return;
        Money total = transaction.total();
        if (total.isNegative()) refunded = refunded.plus(total);
        else charged = charged.plus(total);
        int hour = HourTotal.of(day, entry.header().at().toLocalDateTime());
        add(new HourTotal(hour, 1, transaction.lines().size(), total));
        for (Line line : transaction.lines()) add(line);
        if (transaction instanceof SaleCompleted sale) baskets.add(sale.lines(), total);
    }

    /** One of the day that an earlier close-down took in. */
    void seen(long sequence, Entry entry) {
        goods.seen(sequence, entry);
    }

    /** What was added up elsewhere. */
    void add(AddedUp.Details other) {
        charged = charged.plus(other.charged());
        refunded = refunded.plus(other.refunded());
        for (CashierTotal cashier : other.cashiers()) cashier(cashier.operator()).add(cashier);
        other.hours().forEach(this::add);
        productsElsewhere = ProductRows.merged(productsElsewhere, other.products());
        baskets.add(other.baskets());
    }

    private CashierSum cashier(String operator) {
        return cashiers.computeIfAbsent(operator, _ -> new CashierSum(currency));
    }

    /** These are all entries that the close-down takes in of this journal. */
    void take(LeafHashes all) {
        taken = all;
    }

    private void add(Line line) {
        ProductTotal.Key key = ProductTotal.Key.of(line);
        ProductSum sum = products.get(key);
        if (sum == null) {
            sum = new ProductSum(key);
            products.put(sharing(key), sum);
        }
        sum.add(line);
        StockItem item = sum.item();
        if (item != null) goods.sold(item, line.quantity());
    }

    /** The same, with a department that others have, too: a day has twenty thousand articles. */
    private ProductTotal.Key sharing(ProductTotal.Key key) {
        String department = departments.computeIfAbsent(key.department(), Function.identity());
        return new ProductTotal.Key(key.plu(), department, key.unit(), key.kind());
    }

    private void add(HourTotal part) {
        hours.merge(
                part.hour(),
                part,
                (a, b) ->
                        new HourTotal(
                                a.hour(),
                                Math.addExact(a.transactions(), b.transactions()),
                                Math.addExact(a.lines(), b.lines()),
                                a.gross().plus(b.gross())));
    }

    /** Another device's. */
    void add(DetailsSum other) {
        charged = charged.plus(other.charged);
        refunded = refunded.plus(other.refunded);
        other.cashiers.forEach((operator, sum) -> cashier(operator).add(sum.total(operator)));
        other.hours.values().forEach(this::add);
        other.products.forEach(
                (key, sum) -> products.computeIfAbsent(key, ProductSum::new).add(sum));
        productsElsewhere = ProductRows.merged(productsElsewhere, other.productsElsewhere);
        baskets.add(other.baskets);
    }

    /** What this device alone has to say of them. */
    GoodsSum goods() {
        return goods;
    }

    LeafHashes leaves() {
        return taken;
    }

    Money charged() {
        return charged;
    }

    Money refunded() {
        return refunded;
    }

    List<CashierTotal> cashiers() {
        List<CashierTotal> worked =
                cashiers.entrySet().stream()
                        .filter(each -> each.getValue().hasDoneAnything())
                        .map(each -> each.getValue().total(each.getKey()))
                        .toList();
        return CashiersTold.of(worked, currency);
    }

    List<HourTotal> hours() {
        return List.copyOf(hours.values());
    }

    Baskets baskets() {
        return baskets;
    }

    /** Ascending by key. */
    List<ProductTotal> products() {
        List<ProductTotal> here =
                products.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> each.getValue().total(each.getKey(), currency))
                        .toList();
        return ProductRows.merged(here, productsElsewhere);
    }
}
