package io.tidemark.cloud.masterdata;

import io.tidemark.cloud.masterdata.CsvRow.BadCell;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.masterdata.Exchange;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.Operator;
import io.tidemark.ledger.masterdata.PriceFrom;
import io.tidemark.ledger.masterdata.Product;
import io.tidemark.ledger.masterdata.Rules;
import io.tidemark.ledger.masterdata.TaxDefinition;
import io.tidemark.ledger.masterdata.Trade;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Puts together what is to be published: the tables that are imported, and, of what they do not
 * say, what was there before. Products go by one at a time; only later prices, operators and taxes
 * are held.
 */
final class Importing {
    private final Map<Table, Path> tables;
    private final Optional<Before> before;
    private final Predicate<String> isStore;
    private final boolean mayBeEmpty;
    private final CsvFaults faults = new CsvFaults();
    private final SeenCodes seen = new SeenCodes();
    private final Map<Priced, TreeMap<LocalDate, Later>> later = new HashMap<>();
    private int laterPrices;

    /**
     * What there is now.
     *
     * @param file with its products
     */
    record Before(MasterData around, Path file) {}

    private record Priced(String plu, CurrencyCode currency) {}

    private record Later(long line, UnitPrice price) {}

    /**
     * @param isStore whether there is a store of this label
     * @param mayBeEmpty whether a table without a row is meant
     */
    Importing(
            Map<Table, Path> tables,
            Optional<Before> before,
            Predicate<String> isStore,
            boolean mayBeEmpty) {
        this.mayBeEmpty = mayBeEmpty;
        this.tables = Map.copyOf(tables);
        this.before = before;
        this.isStore = isStore;
    }

    CsvFaults faults() {
        return faults;
    }

    int laterPrices() {
        return laterPrices;
    }

    /** To be closed; of no use if there are faults. */
    Content content(Drafts drafts) throws IOException {
        List<TaxDefinition> taxes = taxes();
        List<Operator> operators = operators();
        Rules rules = rules();
        Trade trade = trade();
        readLaterPrices();
        Draft draft = drafts.products();
        try {
            products(taxes, draft);
        } catch (IOException | RuntimeException e) {
            draft.close();
            throw e;
        }
        later.values().forEach(prices -> prices.values().forEach(this::ofNoProduct));
        return new Content(taxes, operators, rules, trade, draft);
    }

    private Trade trade() throws IOException {
        TradeRows rows = new TradeRows(this::stores);
        boolean terms = read(Table.TERMS, rows::terms);
        boolean rates = read(Table.RATES, rows::rate);
        Trade was = before.map(each -> each.around().trade()).orElse(Trade.NONE);
        boolean codes = read(Table.CODES, rows::code);
        boolean businesses = read(Table.BUSINESS, rows::business);
        var imported = new TradeRows.Imported(terms, rates, codes, businesses);
        return rows.trade(imported, was).with(exchange(was.exchange()));
    }

    private Exchange exchange(Exchange was) throws IOException {
        ExchangeRows rows = new ExchangeRows(this::stores);
        boolean terms = read(Table.EXCHANGE, rows::terms);
        boolean identification = read(Table.IDENTIFICATION, rows::identification);
        return rows.exchange(terms, identification, was);
    }

    private void ofNoProduct(Later price) {
        if (price.line() > 0)
            faults.add(
                    Table.PRICES,
                    price.line(),
                    "plu",
                    "there is no product with this PLU and currency; add it to products.csv, or take this price out");
    }

    private interface Reading {
        void of(CsvRow row) throws IOException;
    }

    /** Whether the table is imported. */
    private boolean read(Table table, Reading reading) throws IOException {
        Path file = tables.get(table);
        if (file == null) return false;
        new CsvTable(table, faults, mayBeEmpty).read(file, reading::of);
        return true;
    }

    private List<TaxDefinition> taxes() throws IOException {
        List<TaxDefinition> taxes = new ArrayList<>();
        boolean imported = read(Table.TAXES, row -> taxes.add(tax(row)));
        return imported ? taxes : before.map(was -> was.around().taxes()).orElse(List.of());
    }

    private TaxDefinition tax(CsvRow row) {
        String code = row.needed("code");
        once("tax " + code, "code", "the tax category '" + code + "' stands twice");
        TaxRate rate = row.needed("rate", PerCent::read);
        return new TaxDefinition(new TaxCategory(code, rate), row.text("name").orElse(code));
    }

    private List<Operator> operators() throws IOException {
        OperatorRows rows =
                new OperatorRows(
                        before.map(was -> was.around().operators()).orElse(List.of()),
                        this::stores);
        boolean imported =
                read(
                        Table.OPERATORS,
                        row -> {
                            rows.add(row);
                            once(
                                    "operator " + row.needed("number"),
                                    "number",
                                    "this operator stands twice");
                        });
        return imported ? rows.operators() : rows.before();
    }

    private Rules rules() throws IOException {
        RuleRows rows = new RuleRows();
        return read(Table.RULES, rows::add)
                ? rows.rules()
                : before.map(was -> was.around().rules()).orElse(Rules.NONE);
    }

    /** Those of before stay where the table is not imported. */
    private void readLaterPrices() throws IOException {
        if (read(Table.PRICES, this::laterPrice) || before.isEmpty()) return;
        MasterDataFiles.read(
                before.get().file(),
                (product, _, _) -> {
                    for (PriceFrom price : product.laterPrices())
                        later.computeIfAbsent(priced(product), _ -> new TreeMap<>())
                                .put(price.from(), new Later(0, price.price()));
                });
    }

    private void laterPrice(CsvRow row) {
        Priced priced = new Priced(row.needed("plu"), row.needed("currency", CurrencyCode::new));
        LocalDate from = row.date("from");
        Later price = new Later(row.line(), row.needed("price", UnitPrice::of));
        if (later.computeIfAbsent(priced, _ -> new TreeMap<>()).putIfAbsent(from, price) != null)
            throw new BadCell("from", "has two prices from " + from + "; keep one", null);
    }

    private void products(List<TaxDefinition> defined, Draft draft) throws IOException {
        Set<String> taxes = codes(defined);
        SoldAsRows soldAs = new SoldAsRows(defined);
        boolean imported =
                read(Table.PRODUCTS, row -> add(soldAs.checked(product(row, taxes)), draft));
        soldAs.missing().forEach(why -> faults.add(Table.PRODUCTS, 0, "deposit", why));
        if (imported) return;
        if (before.isPresent())
            MasterDataFiles.read(
                    before.get().file(), (product, _, _) -> kept(product, taxes, draft));
        else if (faults.count() == 0)
            faults.add(
                    Table.PRODUCTS,
                    0,
                    null,
                    "nothing was published yet: import products.csv and taxes.csv first");
    }

    private void kept(Product product, Set<String> taxes, Draft draft) throws IOException {
        if (taxes.contains(product.taxCategory())) keep(product, draft);
        else
            faults.add(
                    Table.TAXES,
                    0,
                    "code",
                    "product "
                            + product.plu()
                            + " has the tax category '"
                            + product.taxCategory()
                            + "', which is missing here");
    }

    /** Its later prices may be new. */
    private void keep(Product product, Draft draft) throws IOException {
        TreeMap<LocalDate, Later> prices = later.get(priced(product));
        try {
            add(product, draft);
        } catch (IllegalArgumentException e) {
            long line = prices == null ? 0 : prices.lastEntry().getValue().line();
            faults.add(Table.PRICES, line, null, String.valueOf(e.getMessage()));
        }
    }

    private void add(Product product, Draft draft) throws IOException {
        TreeMap<LocalDate, Later> prices = later.remove(priced(product));
        List<PriceFrom> all = new ArrayList<>();
        if (prices != null)
            prices.forEach((from, price) -> all.add(new PriceFrom(from, price.price())));
        draft.add(product.withLaterPrices(all));
        laterPrices += all.size();
    }

    private Product product(CsvRow row, Set<String> taxes) {
        String tax = row.needed("tax");
        if (!taxes.contains(tax))
            throw new BadCell(
                    "tax",
                    "'"
                            + tax
                            + "' is no tax category; use one of "
                            + taxes
                            + ", or add it to taxes.csv",
                    null);
        Product product =
                new Product(
                        row.needed("plu"),
                        row.text("gtin").orElse(null),
                        row.needed("description"),
                        row.needed("department"),
                        tax,
                        row.optional("unit", Unit::of).orElse(Unit.PIECE),
                        row.needed("price", UnitPrice::of),
                        row.needed("currency", CurrencyCode::new),
                        row.optional("cost", UnitPrice::of).orElse(null),
                        List.of(),
                        stores(row),
                        SoldAsRows.read(row));
        String in = " " + product.currency();
        once("plu " + product.plu() + in, "plu", "this PLU has two prices in" + in);
        if (product.gtin() != null)
            once("gtin " + product.gtin() + in, "gtin", "this GTIN has two prices in" + in);
        return product;
    }

    private List<String> stores(CsvRow row) {
        List<String> stores = row.several("stores");
        for (String store : new HashSet<>(stores))
            if (!isStore.test(store))
                throw new BadCell("stores", "there is no store '" + store + "'", null);
        return stores;
    }

    private void once(String code, String column, String otherwise) {
        if (!seen.add(code)) throw new BadCell(column, otherwise + "; keep one row", null);
    }

    private static Priced priced(Product product) {
        return new Priced(product.plu(), product.currency());
    }

    private static Set<String> codes(List<TaxDefinition> taxes) {
        return taxes.stream().map(tax -> tax.category().code()).collect(Collectors.toSet());
    }
}
