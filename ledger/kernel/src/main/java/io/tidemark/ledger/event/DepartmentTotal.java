package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;

/** What a department sold, less what came back. */
public record DepartmentTotal(String department, long lines, Money gross) {
    DepartmentTotal plus(DepartmentTotal other) {
        return new DepartmentTotal(
                department, Math.addExact(lines, other.lines), gross.plus(other.gross));
    }

    void writeTo(CborWriter writer) {
        writer.array(3).text(department).integer(lines).integer(gross.minor());
    }

    static DepartmentTotal readFrom(CurrencyCode currency, CborReader reader) {
        return reader.fields(
                3,
                () ->
                        new DepartmentTotal(
                                Items.code(reader),
                                reader.integer(),
                                Items.minor(currency, reader)));
    }
}
