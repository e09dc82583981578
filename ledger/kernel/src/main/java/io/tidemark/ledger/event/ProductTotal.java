package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Unit;
import java.util.Comparator;

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
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::plu)
                        .thenComparing(Key::department)
                        .thenComparing(Key::unit)
                        .thenComparing(Key::kind);

        public static Key of(Line line) {
            return new Key(
                    line.plu(), line.department(), line.quantity().unit(), line.details().kind());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
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
                                        Unit.values()[reader.integer(0, Unit.values().length - 1)],
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
