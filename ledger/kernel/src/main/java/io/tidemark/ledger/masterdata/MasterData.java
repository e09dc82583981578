package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One version of what the organisation sells.
 *
 * @param version from 1, rising
 * @param operators who may sign on; where there are none, whoever is named at a till is taken
 * @param rules what a cashier may do alone
 */
public record MasterData(
        String organisation,
        long version,
        List<TaxDefinition> taxes,
        List<Product> products,
        List<Operator> operators,
        Rules rules) {
    private static final int FIELDS_LEAST = 4;
    private static final int FIELDS = 6;
    private static final int TAXES_MAX = 100;

    /** Without operators and rules. */
    public MasterData(
            String organisation, long version, List<TaxDefinition> taxes, List<Product> products) {
        this(organisation, version, taxes, products, List.of(), Rules.NONE);
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
     * rules].
     */
    public byte[] toBytes() {
        return new CborWriter(64 + 100 * products.size())
                .array(FIELDS)
                .text(organisation)
                .integer(version)
                .list(taxes, TaxDefinition::writeTo)
                .list(products, Product::writeTo)
                .list(operators, Operator::writeTo)
                .raw(ruleBytes())
                .toBytes();
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

    private byte[] ruleBytes() {
        CborWriter writer = new CborWriter();
        rules.writeTo(writer);
        return writer.toBytes();
    }

    private static MasterData readFrom(CborReader reader) {
        return reader.fields(
                FIELDS_LEAST,
                FIELDS,
                there ->
                        new MasterData(
                                reader.text(Limits.DOMAIN_MAX),
                                reader.integer(),
                                reader.list(TAXES_MAX, () -> TaxDefinition.readFrom(reader)),
                                reader.list(Limits.PRODUCTS_MAX, () -> Product.readFrom(reader)),
                                there < FIELDS
                                        ? List.of()
                                        : reader.list(
                                                Limits.OPERATORS_MAX,
                                                () -> Operator.readFrom(reader)),
                                there < FIELDS ? Rules.NONE : Rules.readFrom(reader)));
    }

    private static void requireKnownTaxes(List<TaxDefinition> taxes, List<Product> products) {
        Set<String> codes =
                taxes.stream().map(tax -> tax.category().code()).collect(Collectors.toSet());
        if (codes.size() != taxes.size())
            throw new IllegalArgumentException("each tax category stands once");
        for (Product product : products)
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
