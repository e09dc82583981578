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
 */
public record ProductTotal(Key key, long lines, long thousandths, Money gross, Money tax) {
    private static final int FIELDS = 8;

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

    /** The array [plu, department, unit, kind, lines, thousandths, gross, tax]. */
    public void writeTo(CborWriter writer) {
        writer.array(FIELDS).text(key.plu()).text(key.department()).integer(key.unit().ordinal());
        writer.integer(key.kind().ordinal()).integer(lines).integer(thousandths);
        writer.integer(gross.minor()).integer(tax.minor());
    }

    static ProductTotal readFrom(CurrencyCode currency, CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new ProductTotal(
                                new Key(
                                        Items.code(reader),
                                        Items.code(reader),
                                        Unit.values()[reader.integer(0, Unit.values().length - 1)],
                                        LineKind.readFrom(reader)),
                                reader.integer(),
                                reader.integer(),
                                Items.minor(currency, reader),
                                Items.minor(currency, reader)));
    }
}
