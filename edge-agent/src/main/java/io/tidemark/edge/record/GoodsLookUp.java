package io.tidemark.edge.record;

import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.ShelfPriceChecked;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the goods that were asked about in the catalogue and captures what they cost: all of what
 * is to be recorded, but for the number that a transfer gets.
 */
public final class GoodsLookUp {
    private static final String NO_DEPARTMENT = "";

    private final Catalogue catalogue;
    private final CurrencyCode currency;

    public GoodsLookUp(Catalogue catalogue, CurrencyCode currency) {
        this.catalogue = catalogue;
        this.currency = currency;
    }

    /** What is to be recorded, or why it is not. */
    public sealed interface Result {
        /**
         * @param masterDataVersion by which it was looked up
         */
        record Found(Event event, long masterDataVersion) implements Result {}

        record NotFound(Refusal refusal) implements Result {}
    }

    public Result moved(Ask.MoveStock ask) {
        GoodsPaper paper = ask.paper();
        return found(
                lines ->
                        new StockMoved(
                                paper.kind(),
                                paper.reference(),
                                paper.party(),
                                paper.reason(),
                                lines),
                ask.lines());
    }

    public Result counted(Ask.CountStock ask) {
        return found(lines -> new StockCounted(ask.reference(), together(lines)), ask.lines());
    }

    public Result shelf(Ask.CheckShelfPrice ask) {
        return Optional.ofNullable(article(ask.article()))
                .<Result>map(article ->
                        new Result.Found(
                                new ShelfPriceChecked(
                                        article.line().plu(),
                                        article.line().description(),
                                        ask.shelf(),
                                        article.price(),
                                        currency),
                                catalogue.version()))
                .orElseGet(() ->
                        new Result.NotFound(
                                new Refusal(
                                        Refusal.Kind.UNKNOWN_ARTICLE,
                                        unknown(ask.article())
                                                + ": take the label off the shelf, or ask head office")));
    }

    private interface Made {
        Event of(List<StockLine> lines);
    }

    private Result found(Made made, List<GoodsLine> asked) {
        List<StockLine> lines = new ArrayList<>(asked.size());
        try {
            for (GoodsLine line : asked) lines.add(line(line));
        } catch (Unknown e) {
            return refused(lines, Refusal.Kind.UNKNOWN_ARTICLE, e);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return refused(lines, Refusal.Kind.CONTENT, e);
        }
        try {
            return new Result.Found(made.of(lines), catalogue.version());
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Result.NotFound(
                    new Refusal(Refusal.Kind.CONTENT, String.valueOf(e.getMessage())));
        }
    }

    private static Result refused(List<StockLine> before, Refusal.Kind kind, RuntimeException why) {
        return new Result.NotFound(
                new Refusal(kind, "line " + (before.size() + 1) + ": " + why.getMessage()));
    }

    private StockLine line(GoodsLine asked) {
        Article known = article(asked.article());
        return known == null ? unlisted(asked) : listed(asked, known);
    }

    private StockLine listed(GoodsLine asked, Article known) {
        Unit unit = known.unit();
        if (asked.unit() != null && asked.unit() != unit)
            throw new IllegalArgumentException(
                    known.line().plu()
                            + " is kept in "
                            + unit.code()
                            + ", not in "
                            + asked.unit().code()
                            + ": give the quantity in "
                            + unit.code());
        UnitPrice cost = asked.unitCost() == null ? known.cost() : asked.unitCost();
        return stockLine(
                new Goods(
                        known.line().plu(),
                        known.line().gtin(),
                        known.line().description(),
                        known.line().department()),
                new Quantity(asked.quantity(), unit),
                cost);
    }

    /** Goods that stand in the shop are there, whatever the catalogue says. */
    private StockLine unlisted(GoodsLine asked) {
        BasketLine.Named named = asked.article();
        String code = named.plu() == null ? named.gtin() : named.plu();
        if (code == null) throw new Unknown("needs a PLU or GTIN: the code that is on the goods");
        if (named.description() == null)
            throw new Unknown(
                    unknown(named) + ": check the code, or say what it is in a description");
        Unit unit = asked.unit() == null ? Unit.PIECE : asked.unit();
        String department = named.department();
        return stockLine(
                new Goods(
                        code,
                        named.gtin(),
                        named.description(),
                        department == null ? NO_DEPARTMENT : department),
                new Quantity(asked.quantity(), unit),
                asked.unitCost());
    }

    private record Goods(
            String plu, @Nullable String gtin, String description, String department) {}

    private StockLine stockLine(Goods goods, Quantity quantity, @Nullable UnitPrice unitCost) {
        return new StockLine(
                goods.plu(),
                goods.gtin(),
                goods.description(),
                goods.department(),
                quantity.requireWholePieces(),
                unitCost == null ? null : unitCost.times(quantity, currency));
    }

    /** An article that stands in several places was scanned several times. */
    private static List<StockLine> together(List<StockLine> lines) {
        Map<String, StockLine> byPlu = new LinkedHashMap<>();
        for (StockLine line : lines) byPlu.merge(line.plu(), line, GoodsLookUp::sum);
        return List.copyOf(byPlu.values());
    }

    private static StockLine sum(StockLine one, StockLine other) {
        if (one.quantity().unit() != other.quantity().unit())
            throw new IllegalArgumentException(
                    one.plu() + " was counted in two units: count it in one");
        return new StockLine(
                one.plu(),
                one.gtin(),
                one.description(),
                one.department(),
                new Quantity(
                        one.quantity().value().add(other.quantity().value()),
                        one.quantity().unit()),
                one.cost() == null || other.cost() == null ? null : one.cost().plus(other.cost()));
    }

    private @Nullable Article article(BasketLine.Named asked) {
        if (asked.plu() != null) return catalogue.byPlu(asked.plu()).orElse(null);
        if (asked.gtin() != null) return catalogue.byGtin(asked.gtin()).orElse(null);
        return null;
    }

    private String unknown(BasketLine.Named asked) {
        String code = asked.plu() == null ? asked.gtin() : asked.plu();
        return code == null
                ? "an article needs a PLU or GTIN"
                : "no article has the code '"
                        + code
                        + "'"
                        + (catalogue.version() == 0
                                ? ", and this device has no master data yet"
                                : " in master data " + catalogue.version());
    }

    /** Never leaves this class. */
    private static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown(String why) {
            super(why);
        }
    }
}
