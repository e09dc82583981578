package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures of a day, of one till or of a store. The lists are in ascending order of their keys,
 * so that the same day always has the same bytes.
 *
 * @param transactions receipts: sales, returns and post-voids
 * @param returns how many of them were returns
 * @param lines lines of both
 * @param noSales drawers opened without a sale
 * @param gross the signed sum of line amounts, tax included, returns subtracted
 * @param returned the part of it that returns took off: zero or negative, unless exchanged upwards
 * @param tax the signed sum of stored line tax
 * @param sales by department and tax category; of all departments together where they are too many
 *     to be told, since a day must be closable
 * @param tallies of what was done out of the ordinary; none of what was not done
 * @param stock goods by flow and unit; none of what did not move
 * @param exchange by foreign currency; none where the store is no bureau de change
 */
public record Totals(
        long transactions,
        long returns,
        long lines,
        long noSales,
        Money gross,
        Money returned,
        Money tax,
        List<TenderAccount> tenders,
        List<SalesTotal> sales,
        List<Tally> tallies,
        List<StockTotal> stock,
        List<ExchangeTotal> exchange) {
    /** Departments by tax category, tenders or tallies of one day. */
    public static final int KEYS_MAX = 10_000;

    private static final int FIELDS = 12;

    /** Added later, and left out where nothing was exchanged. */
    private static final int FIELDS_EXCHANGED = 13;

    public Totals {
        tenders = List.copyOf(tenders);
        sales = SalesKey.told(sales);
        tallies = List.copyOf(tallies);
        stock = List.copyOf(stock);
        exchange = List.copyOf(exchange);
        Items.atMost(sales.size(), KEYS_MAX, "kinds of lines by tax category");
        Items.atMost(tallies.size(), KEYS_MAX, "tallies");
        Items.atMost(stock.size(), KEYS_MAX, "stock flows");
        Items.atMost(tenders.size(), KEYS_MAX, "tenders");
        Items.atMost(exchange.size(), KEYS_MAX, "currencies exchanged");
    }

    /** Of which nothing was exchanged. */
    public Totals(
            long transactions,
            long returns,
            long lines,
            long noSales,
            Money gross,
            Money returned,
            Money tax,
            List<TenderAccount> tenders,
            List<SalesTotal> sales,
            List<Tally> tallies,
            List<StockTotal> stock) {
        this(
                transactions,
                returns,
                lines,
                noSales,
                gross,
                returned,
                tax,
                tenders,
                sales,
                tallies,
                stock,
                List.of());
    }

    public static Totals none(CurrencyCode currency) {
        return new TotalsSum(currency).totals();
    }

    /** Of several tills together, which all have the store's currency. */
    public static Totals sum(CurrencyCode currency, List<Totals> parts) {
        TotalsSum sum = new TotalsSum(currency);
        parts.forEach(sum::add);
        return sum.totals();
    }

    /**
     * The same, where so much was counted or expected of each account before this began: what is
     * counted since is told with that.
     */
    public Totals countedBeyond(Map<TenderAccount.Key, Money> before) {
        return with(
                tenders.stream().map(account -> countedBeyond(account, before)).toList(), sales);
    }

    private static TenderAccount countedBeyond(
            TenderAccount account, Map<TenderAccount.Key, Money> before) {
        Money counted = account.counted();
        Money held = before.get(account.key());
        return counted == null || held == null ? account : account.counting(counted.plus(held));
    }

    /** The same with its sales by VAT alone, for where departments are too many to be told. */
    public Totals withoutDepartments() {
        return with(tenders, SalesKey.withoutDepartments(sales));
    }

    private Totals with(List<TenderAccount> accounts, List<SalesTotal> sold) {
        return new Totals(
                transactions,
                returns,
                lines,
                noSales,
                gross,
                returned,
                tax,
                accounts,
                sold,
                tallies,
                stock,
                exchange);
    }

    public CurrencyCode currency() {
        return gross.currency();
    }

    public Money net() {
        return gross.minus(tax);
    }

    /** Sums of what was stored, per tax category and rate. */
    public List<TaxTotal> taxes() {
        SortedMap<TaxCategory, TaxTotal> taxes = new TreeMap<>();
        for (SalesTotal part : sales) taxes.merge(part.category(), part.byTax(), TaxTotal::plus);
        return List.copyOf(taxes.values());
    }

    public List<DepartmentTotal> departments() {
        SortedMap<String, DepartmentTotal> departments = new TreeMap<>();
        for (SalesTotal part : sales)
            departments.merge(part.department(), part.byDepartment(), DepartmentTotal::plus);
        return List.copyOf(departments.values());
    }

    /** How often this was done, and for how much; nothing where it was not. */
    public Tally tally(String kind) {
        for (Tally tally : tallies) if (tally.kind().equals(kind)) return tally;
        return new Tally(kind, 0, Money.zero(currency()));
    }

    /**
     * The array [currency, transactions, returns, lines, no sales, gross, returned, tax, tenders,
     * sales, tallies, stock], and exchange where there is any.
     */
    void writeTo(CborWriter writer) {
        writer.array(exchange.isEmpty() ? FIELDS : FIELDS_EXCHANGED).text(currency().code());
        writer.integer(transactions).integer(returns).integer(lines).integer(noSales);
        writer.integer(gross.minor()).integer(returned.minor()).integer(tax.minor());
        writer.list(tenders, TenderAccount::writeTo)
                .list(sales, SalesTotal::writeTo)
                .list(tallies, Tally::writeTo)
                .list(stock, StockTotal::writeTo);
        if (!exchange.isEmpty()) writer.list(exchange, ExchangeTotal::writeTo);
    }

    static Totals readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                FIELDS_EXCHANGED,
                there -> {
                    CurrencyCode currency = Items.currency(reader);
                    return new Totals(
                            reader.integer(),
                            reader.integer(),
                            reader.integer(),
                            reader.integer(),
                            Items.minor(currency, reader),
                            Items.minor(currency, reader),
                            Items.minor(currency, reader),
                            reader.list(KEYS_MAX, () -> TenderAccount.readFrom(currency, reader)),
                            reader.list(KEYS_MAX, () -> SalesTotal.readFrom(currency, reader)),
                            reader.list(KEYS_MAX, () -> Tally.readFrom(currency, reader)),
                            reader.list(KEYS_MAX, () -> StockTotal.readFrom(currency, reader)),
                            there < FIELDS_EXCHANGED
                                    ? List.of()
                                    : reader.list(
                                            KEYS_MAX,
                                            () -> ExchangeTotal.readFrom(currency, reader)));
                });
    }
}
