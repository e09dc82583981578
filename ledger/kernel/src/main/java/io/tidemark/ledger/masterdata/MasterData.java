package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One version of what the organisation sells.
 *
 * @param version from 1, rising
 * @param operators who may sign on; where there are none, whoever is named at a till is taken
 * @param rules what a cashier may do alone
 * @param store the label of the one store it was cut for; null: the whole of the organisation's
 * @param trade how stores price and are paid
 */
public record MasterData(
        String organisation,
        long version,
        List<TaxDefinition> taxes,
        List<Product> products,
        List<Operator> operators,
        Rules rules,
        @Nullable String store,
        Trade trade) {
    /** Those that every file has; the products are the last of them. */
    static final int FIELDS_LEAST = 4;

    private static final int FIELDS_OF_ALL = 6;
    private static final int FIELDS_OF_STORE = 7;
    private static final int FIELDS = 8;
    private static final int TAXES_MAX = 100;

    /** Without operators and rules. */
    public MasterData(
            String organisation, long version, List<TaxDefinition> taxes, List<Product> products) {
        this(organisation, version, taxes, products, List.of(), Rules.NONE);
    }

    /** Of the whole organisation. */
    public MasterData(
            String organisation,
            long version,
            List<TaxDefinition> taxes,
            List<Product> products,
            List<Operator> operators,
            Rules rules) {
        this(organisation, version, taxes, products, operators, rules, null);
    }

    /** With prices that include VAT, and without foreign cash. */
    public MasterData(
            String organisation,
            long version,
            List<TaxDefinition> taxes,
            List<Product> products,
            List<Operator> operators,
            Rules rules,
            @Nullable String store) {
        this(organisation, version, taxes, products, operators, rules, store, Trade.NONE);
    }

    public MasterData {
        operators = List.copyOf(operators);
        requireOneOfEach(operators);
        taxes = List.copyOf(taxes);
        products = List.copyOf(products);
        if (version < 1)
            throw new IllegalArgumentException("master-data versions start at 1, not " + version);
        if (products.size() > Limits.PRODUCTS_MAX)
            throw new IllegalArgumentException(
                    "at most " + Limits.PRODUCTS_MAX + " products, not " + products.size());
        requireKnownTaxes(taxes, products);
        requireOnePricePerCurrency(products);
    }

    /**
     * The content that is hashed and signed: [organisation, version, taxes, products, operators,
     * rules], and the store if it is of one, and trade where something is said of it.
     */
    public byte[] toBytes() {
        CborWriter writer = new CborWriter(64 + 100 * products.size()).array(fields());
        writeBeforeProducts(writer);
        writer.list(products, Product::writeTo).list(operators, Operator::writeTo);
        rules.writeTo(writer);
        if (fields() > FIELDS_OF_ALL) writer.textOrNothing(store);
        if (fields() == FIELDS) trade.writeTo(writer);
        return writer.toBytes();
    }

    private int fields() {
        if (!trade.isNone()) return FIELDS;
        return store == null ? FIELDS_OF_ALL : FIELDS_OF_STORE;
    }

    void writeBeforeProducts(CborWriter writer) {
        writer.text(organisation).integer(version).list(taxes, TaxDefinition::writeTo);
    }

    /** What stands before them, of a file that seems to have none. */
    static MasterData beforeProducts(CborReader reader) {
        return new MasterData(
                reader.text(Limits.DOMAIN_MAX), reader.integer(), taxes(reader), List.of());
    }

    /** Whether a device of this store may sell by it. */
    public boolean isFor(String label) {
        return store == null || store.equals(label);
    }

    private static List<TaxDefinition> taxes(CborReader reader) {
        return reader.list(TAXES_MAX, () -> TaxDefinition.readFrom(reader));
    }

    public static MasterData parse(byte[] content) {
        try {
            CborReader reader = new CborReader(content);
            MasterData data = readFrom(reader);
            reader.end();
            return data;
        } catch (IllegalArgumentException e) {
            throw new Malformed(String.valueOf(e.getMessage()), e);
        }
    }

    private static MasterData readFrom(CborReader reader) {
        return reader.fields(
                FIELDS_LEAST,
                FIELDS,
                there ->
                        new MasterData(
                                reader.text(Limits.DOMAIN_MAX),
                                reader.integer(),
                                taxes(reader),
                                reader.list(Limits.PRODUCTS_MAX, () -> Product.readFrom(reader)),
                                there < FIELDS_OF_ALL
                                        ? List.of()
                                        : reader.list(
                                                Limits.OPERATORS_MAX,
                                                () -> Operator.readFrom(reader)),
                                there < FIELDS_OF_ALL ? Rules.NONE : Rules.readFrom(reader),
                                there < FIELDS_OF_STORE
                                        ? null
                                        : reader.textOrNothing(Limits.CODE_MAX),
                                there < FIELDS ? Trade.NONE : Trade.readFrom(reader)));
    }

    private static void requireKnownTaxes(List<TaxDefinition> taxes, List<Product> products) {
        Set<String> codes =
                taxes.stream().map(tax -> tax.category().code()).collect(Collectors.toSet());
        if (codes.size() != taxes.size())
            throw new IllegalArgumentException("each tax category stands once");
        for (Product product : products) requireKnownTax(codes, product);
    }

    static void requireKnownTax(Set<String> codes, Product product) {
        if (!codes.contains(product.taxCategory()))
            throw new IllegalArgumentException(
                    "product "
                            + product.plu()
                            + " names the tax category '"
                            + product.taxCategory()
                            + "', which is not defined; define it or use one of "
                            + codes);
    }

    private static void requireOneOfEach(List<Operator> operators) {
        if (operators.size() > Limits.OPERATORS_MAX)
            throw new IllegalArgumentException(
                    "at most " + Limits.OPERATORS_MAX + " operators, not " + operators.size());
        Set<String> numbers = new HashSet<>();
        for (Operator operator : operators)
            if (!numbers.add(operator.number()))
                throw new IllegalArgumentException(
                        "operator " + operator.number() + " stands twice");
    }

    private static void requireOnePricePerCurrency(List<Product> products) {
        record Key(String plu, String currency) {}
        Set<Key> seen = new HashSet<>();
        for (Product product : products)
            if (!seen.add(new Key(product.plu(), product.currency().code())))
                throw new IllegalArgumentException(
                        "product " + product.plu() + " has two prices in " + product.currency());
    }
}
