package io.tidemark.ledger.question;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import io.tidemark.ledger.stock.StockItem;

/**
 * What one unit of goods cost a store on average.
 *
 * @param cost in the store's currency, to the sixth decimal
 */
public record AverageCost(StockItem item, UnitPrice cost) {
    private static final int FIELDS = 4;

    /** The array [plu, unit, cost (2 items)]. */
    void writeTo(CborWriter writer) {
        writer.array(FIELDS).text(item.plu()).integer(item.unit().ordinal());
        cost.writeTo(writer);
    }

    static AverageCost readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new AverageCost(
                                new StockItem(Parts.code(reader), Unit.readFrom(reader)),
                                UnitPrice.readFrom(reader)));
    }
}
