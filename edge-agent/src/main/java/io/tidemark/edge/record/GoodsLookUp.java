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
import io.tidemark.ledger.stock.StockItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the goods that were asked about in the catalogue and captures what they cost: all of what
 * is to be recorded, but for the number that a transfer gets.
 */
public final class GoodsLookUp {
    private static final String NO_DEPARTMENT = "";

    private final Catalogue catalogue;
    private final CurrencyCode currency;
    private final Averages averages;

    /** What goods cost the store on average, as who values them says. */
    public interface Averages {
        /** Where nobody can be asked. */
        Averages UNKNOWN = _ -> Map.of();

        /** Of those of these articles of which it is known. */
        Map<StockItem, UnitPrice> of(Set<String> plus);
    }

    public GoodsLookUp(Catalogue catalogue, CurrencyCode currency, Averages averages) {
        this.catalogue = catalogue;
        this.currency = currency;
        this.averages = averages;
    }

    /** What is to be recorded, or why it is not. */
    public sealed interface Result {
        /**
         * @param masterDataVersion by which it was looked up
         * @param listed lines that cost what the catalogue says, or what nobody knows
         */
        record Found(Event event, long masterDataVersion, int listed) implements Result {}

        record NotFound(Refusal refusal) implements Result {}
    }

    /**
     * What goes to another store carries what it cost this one on average, so that neither earns by
     * it; where that is not known, what the catalogue says.
     */
    public Result moved(Ask.MoveStock ask) {
        GoodsPaper paper = ask.paper();
        return found(
                ask.lines(),
                paper.kind() == StockMoved.Kind.TRANSFER_OUT
                        ? averages.of(plus(ask.lines()))
                        : Map.of(),
                lines ->
                        new StockMoved(
                                paper.kind(),
                                paper.reference(),
                                paper.party(),
                                paper.reason(),
                                lines));
    }

    private Set<String> plus(List<GoodsLine> lines) {
        return lines.stream()
                .flatMap(line -> Stream.ofNullable(plu(line.article())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private @Nullable String plu(BasketLine.Named asked) {
        Article known = article(asked);
        if (known != null) return known.line().plu();
        return asked.plu() == null ? asked.gtin() : asked.plu();
    }

    public Result counted(Ask.CountStock ask) {
        return found(
                ask.lines(), Map.of(), lines -> new StockCounted(ask.reference(), together(lines)));
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
                                catalogue.version(),
                                0))
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

    /**
     * @param costs what goods cost on average, of those that are valued by that
     */
    private Result found(List<GoodsLine> asked, Map<StockItem, UnitPrice> costs, Made made) {
        List<StockLine> lines = new ArrayList<>(asked.size());
        int listed = 0;
        try {
            for (GoodsLine line : asked) {
                Goods goods = goods(line);
                UnitPrice average = costs.get(goods.item());
                if (average == null) listed++;
                lines.add(goods.line(average == null ? goods.cost() : average, currency));
            }
        } catch (Unknown e) {
            return refused(lines, Refusal.Kind.UNKNOWN_ARTICLE, e);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return refused(lines, Refusal.Kind.CONTENT, e);
        }
        try {
            return new Result.Found(made.of(lines), catalogue.version(), listed);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Result.NotFound(
                    new Refusal(Refusal.Kind.CONTENT, String.valueOf(e.getMessage())));
        }
    }

    private static Result refused(List<StockLine> before, Refusal.Kind kind, RuntimeException why) {
        return new Result.NotFound(
                new Refusal(kind, "line " + (before.size() + 1) + ": " + why.getMessage()));
    }

    private Goods goods(GoodsLine asked) {
        Article known = article(asked.article());
        return known == null ? unlisted(asked) : listed(asked, known);
    }

    private static Goods listed(GoodsLine asked, Article known) {
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
        return new Goods(
                known.line().plu(),
                known.line().gtin(),
                known.line().description(),
                known.line().department(),
                new Quantity(asked.quantity(), unit),
                asked.unitCost() == null ? known.cost() : asked.unitCost());
    }

    /** Goods that stand in the shop are there, whatever the catalogue says. */
    private Goods unlisted(GoodsLine asked) {
        BasketLine.Named named = asked.article();
        String code = named.plu() == null ? named.gtin() : named.plu();
        if (code == null) throw new Unknown("needs a PLU or GTIN: the code that is on the goods");
        if (named.description() == null)
            throw new Unknown(
                    unknown(named) + ": check the code, or say what it is in a description");
        Unit unit = asked.unit() == null ? Unit.PIECE : asked.unit();
        String department = named.department();
        return new Goods(
                code,
                named.gtin(),
                named.description(),
                department == null ? NO_DEPARTMENT : department,
                new Quantity(asked.quantity(), unit),
                asked.unitCost());
    }

    /**
     * @param cost of one, as whoever asks or the catalogue says; null if neither does
     */
    private record Goods(
            String plu,
            @Nullable String gtin,
            String description,
            String department,
            Quantity quantity,
            @Nullable UnitPrice cost) {
        StockItem item() {
            return new StockItem(plu, quantity.unit());
        }

        StockLine line(@Nullable UnitPrice unitCost, CurrencyCode currency) {
            return new StockLine(
                    plu,
                    gtin,
                    description,
                    department,
                    quantity.requireWholePieces(),
                    unitCost == null ? null : unitCost.times(quantity, currency));
        }
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
