package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.stock.StockItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a close-down took in of one item besides what was sold of it, which {@link ProductTotal}
 * has. Together with where the close-down before left the item this is all that its quantity and
 * value follow from.
 *
 * @param parts ascending by flow, of each flow that of known cost first
 * @param counted the item's last count, if there is one later than all that were taken in before
 * @param movedBefore what this close-down took in and was sold or moved before the item was counted
 *     as an earlier close-down has it: thousandths, signed as they change the stock
 */
public record StockOfDay(
        StockItem item, List<Part> parts, @Nullable Counted counted, long movedBefore)
        implements Comparable<StockOfDay> {
    /** Of each flow, with and without a known cost. */
    private static final int PARTS_MAX = 2 * StockFlow.values().length;

    private static final int FIELDS = 5;

    /**
     * @param thousandths of the unit; never negative, the flow says which way
     * @param cost of all of it, in the store's currency; null where nobody knows it
     */
    public record Part(StockFlow flow, long thousandths, @Nullable Money cost) {}

    /**
     * @param moment of the count, whose day is the close-down's
     * @param thousandths that were found
     * @param cost of what was found by the master data; null where nobody knows it
     * @param movedAfter what was sold or moved on the same day after the count, as far as this and
     *     earlier close-downs took it in: thousandths, signed as they change the stock
     */
    public record Counted(Moment moment, long thousandths, @Nullable Money cost, long movedAfter) {}

    public StockOfDay {
        parts = List.copyOf(parts);
        Items.atMost(parts.size(), PARTS_MAX, "ways that goods go");
    }

    @Override
    public int compareTo(StockOfDay other) {
        return item.compareTo(other.item);
    }

    /**
     * The array [plu, unit, [[flow, thousandths, cost or null]…], counted or null, moved before],
     * counted being [[millis, device, epoch, sequence], thousandths, cost or null, moved after].
     */
    void writeTo(CborWriter writer) {
        writer.array(FIELDS).text(item.plu()).integer(item.unit().ordinal());
        writer.list(parts, StockOfDay::write);
        Counted last = counted;
        if (last == null) writer.nothing();
        else {
            writer.array(4);
            last.moment().writeTo(writer);
            cost(last.cost(), writer.integer(last.thousandths()));
            writer.integer(last.movedAfter());
        }
        writer.integer(movedBefore);
    }

    private static void write(Part part, CborWriter writer) {
        writer.array(3).integer(part.flow().ordinal()).integer(part.thousandths());
        cost(part.cost(), writer);
    }

    private static void cost(@Nullable Money cost, CborWriter writer) {
        if (cost == null) writer.nothing();
        else writer.integer(cost.minor());
    }

    static StockOfDay readFrom(CurrencyCode currency, CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new StockOfDay(
                                new StockItem(Items.code(reader), Unit.readFrom(reader)),
                                reader.list(PARTS_MAX, () -> part(currency, reader)),
                                reader.takeNothing() ? null : counted(currency, reader),
                                reader.integer()));
    }

    private static Part part(CurrencyCode currency, CborReader reader) {
        return reader.fields(
                3,
                () ->
                        new Part(
                                StockFlow.values()[
                                        reader.integer(0, StockFlow.values().length - 1)],
                                reader.integer(),
                                cost(currency, reader)));
    }

    private static Counted counted(CurrencyCode currency, CborReader reader) {
        return reader.fields(
                4,
                () ->
                        new Counted(
                                Moment.readFrom(reader),
                                reader.integer(),
                                cost(currency, reader),
                                reader.integer()));
    }

    private static @Nullable Money cost(CurrencyCode currency, CborReader reader) {
        return reader.takeNothing() ? null : Items.minor(currency, reader);
    }

    /**
     * Where an entry stands among those of other devices on the same business day: by the clocks of
     * the devices; what shows the same time, by device, epoch and sequence.
     *
     * @param millis Unix time
     */
    public record Moment(long millis, String device, int epoch, long sequence)
            implements Comparable<Moment> {
        private static final int ITEMS = 4;

        @Override
        public int compareTo(Moment other) {
            int order = Long.compare(millis, other.millis);
            if (order == 0) order = device.compareTo(other.device);
            if (order == 0) order = Integer.compare(epoch, other.epoch);
            return order == 0 ? Long.compare(sequence, other.sequence) : order;
        }

        void writeTo(CborWriter writer) {
            writer.array(ITEMS).integer(millis).text(device).integer(epoch).integer(sequence);
        }

        static Moment readFrom(CborReader reader) {
            return reader.fields(
                    ITEMS,
                    () ->
                            new Moment(
                                    reader.integer(),
                                    Items.code(reader),
                                    reader.integer(1, Integer.MAX_VALUE),
                                    reader.integer()));
        }
    }
}
