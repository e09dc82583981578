package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * One article of an inventory-control transaction.
 *
 * @param quantity never negative: the transaction says which way it went. Zero only where it was
 *     counted
 * @param cost quantity × unit cost, rounded once, HALF_UP; null where nobody knows it
 */
public record StockLine(
        String plu,
        @Nullable String gtin,
        String description,
        String department,
        Quantity quantity,
        @Nullable Money cost) {
    private static final int FIELDS = 9;

    public StockLine {
        if (plu.isBlank()) throw new IllegalArgumentException("a line needs an article code");
        Items.within(plu, Limits.CODE_MAX, "an article code");
        if (gtin != null) Items.within(gtin, Limits.CODE_MAX, "a GTIN");
        Items.within(description, Limits.TEXT_MAX, "a description");
        Items.within(department, Limits.CODE_MAX, "a department");
        if (quantity.isNegative())
            throw new IllegalArgumentException(
                    "a quantity of goods is never negative, not "
                            + quantity
                            + ": choose the other kind of movement");
        quantity.requireSummable("a line's quantity");
        if (cost != null) cost.requireSummable("a line's cost");
    }

    /** The array [PLU, GTIN, description, department, quantity (3), cost minor, currency]. */
    void writeTo(CborWriter writer) {
        writer.array(FIELDS).text(plu).textOrNothing(gtin).text(description).text(department);
        quantity.writeTo(writer);
        Money known = cost;
        if (known == null) writer.nothing().nothing();
        else writer.integer(known.minor()).text(known.currency().code());
    }

    static StockLine readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new StockLine(
                                Items.code(reader),
                                reader.textOrNothing(Limits.CODE_MAX),
                                reader.text(Limits.TEXT_MAX),
                                Items.code(reader),
                                Quantity.readFrom(reader),
                                cost(reader)));
    }

    private static @Nullable Money cost(CborReader reader) {
        if (!reader.takeNothing()) return new Money(reader.integer(), Items.currency(reader));
        reader.skip();
        return null;
    }
}
