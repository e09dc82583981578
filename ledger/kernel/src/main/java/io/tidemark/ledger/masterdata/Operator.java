package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who works in the shops.
 *
 * @param number by which they sign on, and which stands on receipts
 * @param stores the labels of those where they work; empty: everywhere
 */
public record Operator(
        String number, String name, OperatorRole role, PinVerifier pin, List<String> stores) {
    private static final int FIELDS_LEAST = 4;
    private static final int FIELDS = 5;

    public Operator {
        stores = List.copyOf(stores);
        if (number.isBlank()) throw new IllegalArgumentException("an operator needs a number");
        if (number.length() > Limits.CODE_MAX)
            throw new IllegalArgumentException(
                    "an operator's number has at most " + Limits.CODE_MAX + " characters");
        if (name.length() > Limits.TEXT_MAX)
            throw new IllegalArgumentException(
                    "an operator's name has at most " + Limits.TEXT_MAX + " characters");
    }

    /** Somebody who works everywhere, or of whom a store need not know where else. */
    public Operator(String number, String name, OperatorRole role, PinVerifier pin) {
        this(number, name, role, pin, List.of());
    }

    /** Those of a store are few: they are gone through. */
    public static Optional<Operator> find(List<Operator> operators, String number) {
        for (Operator operator : operators)
            if (operator.number().equals(number)) return Optional.of(operator);
        return Optional.empty();
    }

    public boolean worksIn(String store) {
        return stores.isEmpty() || stores.contains(store);
    }

    public Operator withoutStores() {
        return new Operator(number, name, role, pin);
    }

    void writeTo(CborWriter writer) {
        writer.array(stores.isEmpty() ? FIELDS_LEAST : FIELDS)
                .text(number)
                .text(name)
                .integer(role.ordinal());
        pin.writeTo(writer);
        if (!stores.isEmpty()) writer.list(stores, (store, into) -> into.text(store));
    }

    static Operator readFrom(CborReader reader) {
        return reader.fields(
                FIELDS_LEAST,
                FIELDS,
                there ->
                        new Operator(
                                reader.text(Limits.CODE_MAX),
                                reader.text(Limits.TEXT_MAX),
                                OperatorRole.values()[
                                        reader.integer(0, OperatorRole.values().length - 1)],
                                PinVerifier.readFrom(reader),
                                there < FIELDS
                                        ? List.of()
                                        : reader.list(
                                                Product.STORES_MAX,
                                                () -> reader.text(Limits.CODE_MAX))));
    }
}
