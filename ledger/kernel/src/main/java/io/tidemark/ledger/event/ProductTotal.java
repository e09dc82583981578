package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Unit;

/**
 * What was sold of one article in one department and unit, less what came back.
 *
 * @param thousandths of units, signed
 * @param gross tax included
 * @param cost standard cost of those lines that know theirs, signed as the quantity is
 */
public record ProductTotal(
        Key key, long lines, long thousandths, Money gross, Money tax, Money cost) {
    private static final int FIELDS = 8;

    /** Added later, and left out where no line knows it. */
    private static final int FIELDS_WITH_COST = 9;

    /** Of an article whose cost no line knows. */
    public ProductTotal(Key key, long lines, long thousandths, Money gross, Money tax) {
        this(key, lines, thousandths, gross, tax, Money.zero(gross.currency()));
    }

    /** By article code, department, unit and kind, in the order of their characters and places. */
    public record Key(String plu, String department, Unit unit, LineKind kind)
            implements Comparable<Key> {
        public static Key of(Line line) {
            return new Key(
                    line.plu(), line.department(), line.quantity().unit(), line.details().kind());
        }

        @Override
        public int compareTo(Key other) {
            int byArticle = plu.compareTo(other.plu);
            if (byArticle != 0) return byArticle;
            int byDepartment = department.compareTo(other.department);
            if (byDepartment != 0) return byDepartment;
            int byUnit = unit.compareTo(other.unit);
            return byUnit != 0 ? byUnit : kind.compareTo(other.kind);
        }

        // Said in full: every line of every receipt is looked up by it, and a record's own are
        // found at run time, which a process that has just started pays for.
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && plu.equals(key.plu)
                    && department.equals(key.department)
                    && unit == key.unit
                    && kind == key.kind;
        }

        @Override
        public int hashCode() {
            int hash = 31 * plu.hashCode() + department.hashCode();
            return 31 * (31 * hash + unit.ordinal()) + kind.ordinal();
        }
    }

    public String plu() {
        return key.plu();
    }

    public Money net() {
        return gross.minus(tax);
    }

    /** The array [plu, department, unit, kind, lines, thousandths, gross, tax, cost]. */
    public void writeTo(CborWriter writer) {
        writer.array(cost.isZero() ? FIELDS : FIELDS_WITH_COST);
        writer.text(key.plu()).text(key.department()).integer(key.unit().ordinal());
        writer.integer(key.kind().ordinal()).integer(lines).integer(thousandths);
        writer.integer(gross.minor()).integer(tax.minor());
        if (!cost.isZero()) writer.integer(cost.minor());
    }

    static ProductTotal readFrom(CurrencyCode currency, CborReader reader) {
        return reader.fields(
                FIELDS,
                FIELDS_WITH_COST,
                there ->
                        new ProductTotal(
                                new Key(
                                        Items.code(reader),
                                        Items.code(reader),
                                        Unit.readFrom(reader),
                                        LineKind.readFrom(reader)),
                                reader.integer(),
                                reader.integer(),
                                Items.minor(currency, reader),
                                Items.minor(currency, reader),
                                there == FIELDS
                                        ? Money.zero(currency)
                                        : Items.minor(currency, reader)));
    }
}
