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

    public StoreDayStock {
        rows = List.copyOf(rows);
        Items.atMost(rows.size(), ROWS_MAX, "items in one part");
    }

    void writeTo(CborWriter writer) {
        new FiguresPart<>(day, supplement, part, currency, rows)
                .writeTo(writer, StockOfDay::writeTo);
    }

    static StoreDayStock readFrom(CborReader reader) {
        FiguresPart<StockOfDay> read = FiguresPart.readFrom(reader, ROWS_MAX, StockOfDay::readFrom);
        return new StoreDayStock(
                read.day(), read.supplement(), read.part(), read.currency(), read.rows());
    }
}
