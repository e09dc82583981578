package io.tidemark.fog.dashboard;

import io.tidemark.fog.ledger.StockTables;
import io.tidemark.fog.stock.Goods;
import io.tidemark.fog.stock.Goods.Which;
import io.tidemark.fog.stock.Happening;
import io.tidemark.fog.stock.OnHand;
import io.tidemark.fog.stock.Worth;
import io.tidemark.ledger.money.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** The goods as their page shows them. */
public record StockPage(
        String words,
        String show,
        List<Tab> tabs,
        List<Row> rows,
        String range,
        String worth,
        Optional<String> before,
        Optional<String> after) {
    static final int ROWS_MAX = 50;

    /** A choice of goods, and how many there are. */
    public record Tab(String label, String count, String link, boolean chosen, boolean urgent) {}

    public record Row(
            String plu,
            String gtin,
            String description,
            String onHand,
            String unit,
            boolean negative,
            String average,
            String worth,
            Optional<Counted> counted,
            String link) {
        static Row of(OnHand one, Goods goods, Worth worth) {
            StockTables.Article article = goods.article(one.item().plu());
            return new Row(
                    one.item().plu(),
                    Optional.ofNullable(article.gtin()).orElse(""),
                    article.description(),
                    Shown.quantity(one.quantity(), one.item().unit()),
                    Shown.unit(one.item().unit()),
                    one.isNegative(),
                    worth.average(one.item()).map(BigDecimal::toPlainString).orElse("–"),
                    worth.of(one.item(), one.quantity()).map(Shown::figure).orElse("–"),
                    one.counted().map(last -> Counted.of(last, one, worth)),
                    Address.article(one.item().plu()));
        }
    }

    /**
     * @param worth what the variance is worth
     * @param off whether it was
     */
    public record Counted(
            String quantity, String variance, String worth, boolean off, String when) {
        static Counted of(OnHand.Settled last, OnHand one, Worth worth) {
            return new Counted(
                    Shown.quantity(last.count().quantity(), one.item().unit()),
                    Shown.signedQuantity(last.variance(), one.item().unit()),
                    worth.of(one.item(), last.variance()).map(Shown::figure).orElse("–"),
                    last.variance() != 0,
                    Shown.time(last.count().moment().at())
                            + ", "
                            + last.count().operator()
                            + " with "
                            + last.count().moment().device());
        }
    }

    /**
     * A movement or a count of the article that is shown.
     *
     * @param quantity what it added, or what was found
     * @param entry the receipt, or the entry where it is none
     * @param receipt where the receipt is shown
     */
    public record Movement(
            String time,
            String what,
            boolean isCount,
            String quantity,
            String unit,
            String entry,
            Optional<String> receipt,
            String note) {
        static Movement of(Happening happening, String store) {
            return switch (happening) {
                case Happening.Moved(var movement) ->
                        of(movement, StockTold.Movement.of(happening, store));
                case Happening.Counted(var count, var variance) ->
                        of(count, variance, StockTold.Movement.of(happening, store));
            };
        }

        private static Movement of(StockTables.Movement movement, StockTold.Movement told) {
            String receipt = told.receipt();
            return new Movement(
                    Shown.time(movement.moment().at()),
                    Shown.words(movement.flow()),
                    false,
                    Shown.signedQuantity(movement.quantity(), movement.item().unit()),
                    Shown.unit(movement.item().unit()),
                    receipt == null ? told.entry() : receipt,
                    receipt == null ? Optional.empty() : Optional.of(Address.receipt(movement)),
                    noted(movement.operator(), movement.note()));
        }

        private static Movement of(
                StockTables.Count count, OptionalLong variance, StockTold.Movement told) {
            Unit unit = count.item().unit();
            return new Movement(
                    Shown.time(count.moment().at()),
                    variance.isPresent() && variance.getAsLong() != 0
                            ? "counted, off by " + Shown.signedQuantity(variance.getAsLong(), unit)
                            : "counted",
                    true,
                    "= " + Shown.quantity(count.quantity(), unit),
                    Shown.unit(unit),
                    told.entry(),
                    Optional.empty(),
                    noted(count.operator(), count.reference()));
        }

        private static String noted(String operator, String note) {
            return note.isEmpty() ? operator : operator + " · " + note;
        }
    }

    static StockPage of(StockView view, String words, Which which, int from) {
        Goods goods = view.goods();
        Worth worth = view.worth();
        List<OnHand> found = goods.matching(words, which);
        int first = Math.min(from, Math.max(0, found.size() - 1) / ROWS_MAX * ROWS_MAX);
        int end = Math.min(found.size(), first + ROWS_MAX);
        return new StockPage(
                words,
                name(which),
                tabs(goods, words, which),
                found.subList(first, end).stream().map(one -> Row.of(one, goods, worth)).toList(),
                found.isEmpty()
                        ? ""
                        : Shown.count(first + 1L)
                                + " to "
                                + Shown.count(end)
                                + " of "
                                + Shown.count(found.size()),
                Shown.money(worth.atLastCloseDown()),
                first == 0
                        ? Optional.empty()
                        : Optional.of(link(words, which, Math.max(0, first - ROWS_MAX))),
                end == found.size() ? Optional.empty() : Optional.of(link(words, which, end)));
    }

    /** The last days, newest first, with a link to what moved on each. */
    static List<Tab> days(String plu, LocalDate today, LocalDate chosen, int days) {
        List<Tab> tabs = new ArrayList<>();
        for (int back = 0; back < days; back++) {
            LocalDate day = today.minusDays(back);
            tabs.add(
                    new Tab(
                            Shown.shortDay(day),
                            "",
                            Address.article(plu) + "?day=" + day,
                            day.equals(chosen),
                            false));
        }
        return tabs;
    }

    private static List<Tab> tabs(Goods goods, String words, Which chosen) {
        List<Tab> tabs = new ArrayList<>();
        for (Which which : Which.values()) {
            long count = goods.matching(words, which).size();
            tabs.add(
                    new Tab(
                            label(which),
                            Shown.count(count),
                            link(words, which, 0),
                            which == chosen,
                            which == Which.NEGATIVE && count > 0));
        }
        return tabs;
    }

    private static String label(Which which) {
        return switch (which) {
            case ALL -> "All goods";
            case NEGATIVE -> "Below zero";
            case COUNTED -> "Counted";
            case VARIANCE -> "Counts that were off";
        };
    }

    private static String link(String words, Which which, int from) {
        return "/stock?q=" + Address.inQuery(words) + "&show=" + name(which) + "&from=" + from;
    }

    private static String name(Which which) {
        return which.name().toLowerCase(Locale.ROOT);
    }
}
