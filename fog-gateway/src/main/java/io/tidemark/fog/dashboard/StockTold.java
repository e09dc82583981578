package io.tidemark.fog.dashboard;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.fog.ledger.StockTables;
import io.tidemark.fog.stock.Goods;
import io.tidemark.fog.stock.Happening;
import io.tidemark.fog.stock.OnHand;
import io.tidemark.fog.stock.Worth;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.node.web.Amount;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Goods as JSON. Quantities are decimals of the unit, as text. */
final class StockTold {
    private StockTold() {}

    /**
     * @param total how many there are, of which these are some
     * @param next where to go on, null at the end
     * @param negative articles of which more went than had come
     * @param closingValue what all goods were worth at the last close-down, at average cost
     */
    @Serdeable
    record Page(
            long total,
            int from,
            @Nullable Integer next,
            List<Item> items,
            long negative,
            Amount closingValue) {}

    /**
     * @param unit by its UN/ECE code
     * @param averageCost of a unit at the last close-down, a decimal of six places; null where no
     *     cost was known then
     * @param value of what is on hand, at that
     */
    @Serdeable
    record Item(
            String plu,
            @Nullable String gtin,
            String description,
            String unit,
            String onHand,
            @Nullable Counted lastCount,
            @Nullable String averageCost,
            @Nullable Amount value) {
        static Item of(OnHand one, Goods goods, Worth worth) {
            StockTables.Article article = goods.article(one.item().plu());
            return new Item(
                    one.item().plu(),
                    article.gtin(),
                    article.description(),
                    one.item().unit().code(),
                    decimal(one.quantity()),
                    one.counted().map(last -> Counted.of(last, worth)).orElse(null),
                    worth.average(one.item()).map(BigDecimal::toPlainString).orElse(null),
                    worth.of(one.item(), one.quantity()).map(Amount::of).orElse(null));
        }
    }

    /**
     * @param expected what the movements before it give
     * @param variance counted less expected
     * @param varianceValue what that is worth, at the average cost of the last close-down
     */
    @Serdeable
    record Counted(
            String day,
            String at,
            String device,
            String operator,
            String reference,
            String quantity,
            String expected,
            String variance,
            @Nullable Amount varianceValue) {
        static Counted of(OnHand.Settled settled, Worth worth) {
            StockTables.Count count = settled.count();
            return new Counted(
                    count.day().toString(),
                    count.moment().at().toString(),
                    count.moment().device(),
                    count.operator(),
                    count.reference(),
                    decimal(count.quantity()),
                    decimal(settled.expected()),
                    decimal(settled.variance()),
                    worth.of(count.item(), settled.variance()).map(Amount::of).orElse(null));
        }
    }

    /**
     * @param flow a {@code StockFlow}, the kind of the receipt, or COUNTED
     * @param quantity what it added to the stock; negative what left; null of a count
     * @param counted what was found; null where something moved
     * @param variance of the last count: what was found beyond what should be there
     * @param entry the device's journal, epoch and sequence
     */
    @Serdeable
    record Movement(
            String day,
            String at,
            String flow,
            String unit,
            @Nullable String quantity,
            @Nullable String counted,
            @Nullable String variance,
            String device,
            String entry,
            @Nullable String receipt,
            String operator,
            String note) {
        static Movement of(Happening happening, String store) {
            return switch (happening) {
                case Happening.Moved(var movement) -> of(movement, store);
                case Happening.Counted(var count, var variance) -> of(count, variance, store);
            };
        }

        private static Movement of(StockTables.Movement movement, String store) {
            String label = label(movement.moment(), store);
            return new Movement(
                    movement.day().toString(),
                    movement.moment().at().toString(),
                    movement.flow(),
                    movement.item().unit().code(),
                    decimal(movement.quantity()),
                    null,
                    null,
                    movement.moment().device(),
                    label + ":" + movement.moment().sequence(),
                    movement.receipt() == 0
                            ? null
                            : label + "-" + movement.receipt() + "-" + movement.hash(),
                    movement.operator(),
                    movement.note());
        }

        private static Movement of(StockTables.Count count, OptionalLong variance, String store) {
            return new Movement(
                    count.day().toString(),
                    count.moment().at().toString(),
                    "COUNTED",
                    count.item().unit().code(),
                    null,
                    decimal(count.quantity()),
                    variance.isPresent() ? decimal(variance.getAsLong()) : null,
                    count.moment().device(),
                    label(count.moment(), store) + ":" + count.moment().sequence(),
                    null,
                    count.operator(),
                    count.reference());
        }

        private static String label(StockTables.Moment moment, String store) {
            return store + "." + moment.device() + "." + moment.epoch();
        }
    }

    /**
     * @param movements lines of articles that were sold, returned, delivered, wasted or transferred
     * @param counts lines of counts
     * @param net what all movements together added, by unit
     * @param flows what moved or was counted besides sales
     */
    @Serdeable
    record Day(String day, long movements, long counts, List<Net> net, List<Flow> flows) {
        static Day of(StockTables.DayTotal total, List<StockTables.Flow> flows) {
            return new Day(
                    total.day().day().toString(),
                    total.day().movements(),
                    total.day().counts(),
                    total.net().entrySet().stream()
                            .map(unit -> new Net(unit.getKey().code(), decimal(unit.getValue())))
                            .toList(),
                    flows.stream().map(Flow::of).toList());
        }
    }

    @Serdeable
    record Net(String unit, String quantity) {}

    @Serdeable
    record Flow(String flow, String unit, long lines, String quantity) {
        static Flow of(StockTables.Flow flow) {
            return new Flow(
                    flow.flow(), flow.unit().code(), flow.lines(), decimal(flow.quantity()));
        }
    }

    @Serdeable
    record WrongShelf(
            String day,
            OffsetDateTime at,
            String device,
            String operator,
            String plu,
            String description,
            String shelf,
            String listed,
            String currency) {
        static WrongShelf of(StockTables.WrongShelf wrong) {
            return new WrongShelf(
                    wrong.day().toString(),
                    wrong.at(),
                    wrong.device(),
                    wrong.operator(),
                    wrong.plu(),
                    wrong.description(),
                    wrong.shelf(),
                    wrong.listed(),
                    wrong.currency());
        }
    }

    static String decimal(long thousandths) {
        return BigDecimal.valueOf(thousandths, Quantity.PLACES_MAX).toPlainString();
    }
}
