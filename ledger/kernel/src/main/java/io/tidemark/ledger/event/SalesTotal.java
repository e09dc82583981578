package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;

/**
 * What a department sold at one VAT rate, less what came back: sums of what lines stored.
 *
 * @param kind goods, but for a few
 * @param gross tax included
 */
public record SalesTotal(
        LineKind kind,
        String department,
        TaxCategory category,
        long lines,
        Money gross,
        Money tax) {
    /** Stands for all departments together, where they are too many to be told. */
    public static final String ALL_DEPARTMENTS = "*";

    private static final int FIELDS = 6;

    /** The kind was added later, and is left out of goods. */
    private static final int FIELDS_WITH_KIND = 7;

    /** Of goods. */
    public SalesTotal(String department, TaxCategory category, long lines, Money gross, Money tax) {
        this(LineKind.GOODS, department, category, lines, gross, tax);
    }

    public Money net() {
        return gross.minus(tax);
    }

    SalesTotal plus(SalesTotal other) {
        return new SalesTotal(
                kind,
                department,
                category,
                Math.addExact(lines, other.lines),
                gross.plus(other.gross),
                tax.plus(other.tax));
    }

    /** The same, whichever department it was. */
    SalesTotal ofAllDepartments() {
        return new SalesTotal(kind, ALL_DEPARTMENTS, category, lines, gross, tax);
    }

    TaxTotal byTax() {
        return new TaxTotal(category, gross, tax);
    }

    DepartmentTotal byDepartment() {
        return new DepartmentTotal(department, lines, gross);
    }

    /** The array [department, category, rate in ppm, lines, gross, tax], and of others the kind. */
    void writeTo(CborWriter writer) {
        writer.array(kind.isGoods() ? FIELDS : FIELDS_WITH_KIND);
        category.writeTo(writer.text(department));
        writer.integer(lines).integer(gross.minor()).integer(tax.minor());
        if (!kind.isGoods()) writer.integer(kind.ordinal());
    }

    static SalesTotal readFrom(CurrencyCode currency, CborReader reader) {
        return reader.fields(
                FIELDS, FIELDS_WITH_KIND, there -> read(currency, reader, there > FIELDS));
    }

    private static SalesTotal read(CurrencyCode currency, CborReader reader, boolean hasKind) {
        String department = Items.code(reader);
        TaxCategory category = TaxCategory.readFrom(reader);
        long lines = reader.integer();
        Money gross = Items.minor(currency, reader);
        Money tax = Items.minor(currency, reader);
        return new SalesTotal(
                hasKind ? LineKind.readFrom(reader) : LineKind.GOODS,
                department,
                category,
                lines,
                gross,
                tax);
    }
}
