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
    private static final int FIELDS = 5;

    public StoreDayProducts {
        rows = List.copyOf(rows);
        Items.atMost(rows.size(), ProductTable.PART_ROWS_MAX, "articles in one part");
    }

    void writeTo(CborWriter writer) {
        writer.array(FIELDS).integer(day.toEpochDay()).integer(supplement).integer(part);
        writer.text(currency.code()).list(rows, ProductTotal::writeTo);
    }

    static StoreDayProducts readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () -> {
                    LocalDate day = Items.day(reader);
                    int supplement = reader.integer(0, Integer.MAX_VALUE);
                    int part = reader.integer(1, Integer.MAX_VALUE);
                    CurrencyCode currency = Items.currency(reader);
                    return new StoreDayProducts(
                            day,
                            supplement,
                            part,
                            currency,
                            reader.list(
                                    ProductTable.PART_ROWS_MAX,
                                    () -> ProductTotal.readFrom(currency, reader)));
                });
    }
}
