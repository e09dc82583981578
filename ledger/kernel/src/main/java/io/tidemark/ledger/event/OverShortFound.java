package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;

/**
 * The till is settled: what each count was held against, and what is over or short by it. It moves
 * nothing: the drawer's figures have the count itself.
 *
 * @param drawers each tender and currency that was counted, once
 * @param reason why it is more or less than the shop tolerates; empty where it is not
 * @param approvals by whoever looked at that with them
 */
public record OverShortFound(List<Settled> drawers, String reason, List<Approval> approvals)
        implements Event {
    private static final int FIELDS_LEAST = 2;
    private static final int FIELDS = 3;

    /** One tender in one currency. */
    public record Settled(TenderType type, Money expected, Money counted) {
        private static final int FIELDS = 4;

        public Settled {
            if (counted.isNegative())
                throw new IllegalArgumentException("a count is never negative: " + counted);
            if (!expected.currency().equals(counted.currency()))
                throw new IllegalArgumentException(
                        expected + " is not counted in " + counted.currency());
        }

        /** Over where positive, short where negative. */
        public Money overShort() {
            return counted.minus(expected);
        }

        private void writeTo(CborWriter writer) {
            writer.array(FIELDS).text(type.code()).text(expected.currency().code());
            writer.integer(expected.minor()).integer(counted.minor());
        }

        private static Settled readFrom(CborReader reader) {
            return reader.fields(
                    FIELDS,
                    () -> {
                        TenderType type = new TenderType(Items.code(reader));
                        CurrencyCode currency = Items.currency(reader);
                        return new Settled(
                                type, Items.minor(currency, reader), Items.minor(currency, reader));
                    });
        }
    }

    public OverShortFound {
        drawers = List.copyOf(drawers);
        approvals = Approval.few(approvals);
        Items.atMost(drawers.size(), Totals.KEYS_MAX, "counted tenders");
        Items.within(reason, Limits.TEXT_MAX, "a reason");
    }

    void writeTo(CborWriter writer) {
        writer.array(approvals.isEmpty() ? FIELDS_LEAST : FIELDS)
                .list(drawers, Settled::writeTo)
                .text(reason);
        if (!approvals.isEmpty()) Approval.writeAll(approvals, writer);
    }

    static OverShortFound readFrom(CborReader reader) {
        return reader.fields(
                FIELDS_LEAST,
                FIELDS,
                there ->
                        new OverShortFound(
                                reader.list(Totals.KEYS_MAX, () -> Settled.readFrom(reader)),
                                reader.text(Limits.TEXT_MAX),
                                there == FIELDS ? Approval.readAll(reader) : List.of()));
    }
}
