package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;

/**
 * What a department sold at one VAT rate, less what came back: sums of what lines stored.
 *
 * @param gross tax included
 */
public record SalesTotal(
        String department, TaxCategory category, long lines, Money gross, Money tax) {
    public Money net() {
        return gross.minus(tax);
    }

    SalesTotal plus(SalesTotal other) {
        return new SalesTotal(
                department,
                category,
                Math.addExact(lines, other.lines),
                gross.plus(other.gross),
                tax.plus(other.tax));
    }

    TaxTotal byTax() {
        return new TaxTotal(category, gross, tax);
    }

    DepartmentTotal byDepartment() {
        return new DepartmentTotal(department, lines, gross);
    }

    /** The array [department, category, rate in ppm, lines, gross, tax]. */
    void writeTo(CborWriter writer) {
        category.writeTo(writer.array(6).text(department));
        writer.integer(lines).integer(gross.minor()).integer(tax.minor());
    }

    static SalesTotal readFrom(CurrencyCode currency, CborReader reader) {
        return reader.fields(
                6,
                () ->
                        new SalesTotal(
                                Items.code(reader),
                                TaxCategory.readFrom(reader),
                                reader.integer(),
                                Items.minor(currency, reader),
                                Items.minor(currency, reader)));
    }
}
