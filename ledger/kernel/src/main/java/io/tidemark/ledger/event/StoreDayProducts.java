package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import java.time.LocalDate;
import java.util.List;

/**
 * Part of the articles' figures of a close-down.
 *
 * @param part from 1
 * @param rows ascending by key, over all parts
 */
public record StoreDayProducts(
        LocalDate day, int supplement, int part, CurrencyCode currency, List<ProductTotal> rows)
        implements StoreDayFigures {

    public StoreDayProducts {
        rows = List.copyOf(rows);
        Items.atMost(rows.size(), ProductTable.PART_ROWS_MAX, "articles in one part");
    }

    void writeTo(CborWriter writer) {
        new FiguresPart<>(day, supplement, part, currency, rows)
                .writeTo(writer, ProductTotal::writeTo);
    }

    static StoreDayProducts readFrom(CborReader reader) {
        FiguresPart<ProductTotal> read =
                FiguresPart.readFrom(reader, ProductTable.PART_ROWS_MAX, ProductTotal::readFrom);
        return new StoreDayProducts(
                read.day(), read.supplement(), read.part(), read.currency(), read.rows());
    }
}
