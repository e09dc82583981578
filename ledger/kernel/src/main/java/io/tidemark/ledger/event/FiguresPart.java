package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * The frame of a close-down's figures that come in parts: the array [day, supplement, part,
 * currency, [row…]].
 */
record FiguresPart<R>(
        LocalDate day, int supplement, int part, CurrencyCode currency, List<R> rows) {
    private static final int FIELDS = 5;

    void writeTo(CborWriter writer, BiConsumer<R, CborWriter> row) {
        writer.array(FIELDS).integer(day.toEpochDay()).integer(supplement).integer(part);
        writer.text(currency.code()).list(rows, row);
    }

    /**
     * @param rowsMax in one part
     */
    static <R> FiguresPart<R> readFrom(
            CborReader reader, int rowsMax, BiFunction<CurrencyCode, CborReader, R> row) {
        return reader.fields(
                FIELDS,
                () -> {
                    LocalDate day = Items.day(reader);
                    int supplement = reader.integer(0, Integer.MAX_VALUE);
                    int part = reader.integer(1, Integer.MAX_VALUE);
                    CurrencyCode currency = Items.currency(reader);
                    return new FiguresPart<>(
                            day,
                            supplement,
                            part,
                            currency,
                            reader.list(rowsMax, () -> row.apply(currency, reader)));
                });
    }
}
