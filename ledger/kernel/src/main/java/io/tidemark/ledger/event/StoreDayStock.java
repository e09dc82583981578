package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import java.time.LocalDate;
import java.util.List;

/**
 * Part of what a close-down took in of goods besides sales.
 *
 * @param part from 1
 * @param rows ascending by item, over all parts
 */
public record StoreDayStock(
        LocalDate day, int supplement, int part, CurrencyCode currency, List<StockOfDay> rows)
        implements StoreDayFigures {
    /** Of the longest codes and with all there may be they still fit into an entry. */
    public static final int ROWS_MAX = 5_000;

    private static final int FIELDS = 5;

    public StoreDayStock {
        rows = List.copyOf(rows);
        Items.atMost(rows.size(), ROWS_MAX, "items in one part");
    }

    void writeTo(CborWriter writer) {
        writer.array(FIELDS).integer(day.toEpochDay()).integer(supplement).integer(part);
        writer.text(currency.code()).list(rows, StockOfDay::writeTo);
    }

    static StoreDayStock readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () -> {
                    LocalDate day = Items.day(reader);
                    int supplement = reader.integer(0, Integer.MAX_VALUE);
                    int part = reader.integer(1, Integer.MAX_VALUE);
                    CurrencyCode currency = Items.currency(reader);
                    return new StoreDayStock(
                            day,
                            supplement,
                            part,
                            currency,
                            reader.list(ROWS_MAX, () -> StockOfDay.readFrom(currency, reader)));
                });
    }
}
