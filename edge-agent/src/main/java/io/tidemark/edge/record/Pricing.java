package io.tidemark.edge.record;

import io.tidemark.ledger.event.Discount;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.masterdata.SoldAs;
import io.tidemark.ledger.masterdata.Terms;
import io.tidemark.ledger.masterdata.Trade;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what was asked for in the catalogue and captures its price. An entered price that equals
 * the catalogue's is the catalogue's.
 */
public final class Pricing {
    private final Catalogue catalogue;
    private final CurrencyCode currency;
    private final Naming naming;
    private final Map<OriginalLine, Found.Sold> sold;

    public Pricing(Catalogue catalogue, CurrencyCode currency) {
        this(catalogue, currency, Map.of());
    }

    /**
     * @param sold lines that come back: the catalogue need not know their articles any more
     */
    public Pricing(Catalogue catalogue, CurrencyCode currency, Map<OriginalLine, Found.Sold> sold) {
        this.catalogue = catalogue;
        this.currency = currency;
        this.naming = new Naming(catalogue, currency);
        this.sold = sold;
    }

    /** The lines with their prices, or why one of them cannot be sold. */
    public sealed interface Result {
        /**
         * @param discounts in the order in which lines name them
         * @param masterDataVersion by which they were priced
         * @param sold what else the catalogue says
         */
        record Priced(List<Line> lines, List<Discount> discounts, long masterDataVersion, Sold sold)
                implements Result {
            public Priced {
                lines = List.copyOf(lines);
                discounts = List.copyOf(discounts);
            }

            /** What a customer would pay, or get, in the store's cash for all of it. */
            public Money inCash(Money total) {
                return sold.trade()
                        .termsIn(total.currency())
                        .cashRounding()
                        .map(scheme -> scheme.round(total, !total.isNegative()))
                        .orElse(total);
            }

            /** Goods for anybody, paid in the store's currency. */
            public Priced(List<Line> lines, List<Discount> discounts, long masterDataVersion) {
                this(lines, discounts, masterDataVersion, Sold.PLAIN);
            }
        }

        /**
         * @param trade how the store is paid
         * @param minimumAge of whoever buys, in years; 0 where anybody may
         * @param of which line of the basket, from 0, each line is or comes with
         */
        record Sold(Trade trade, int minimumAge, List<Integer> of) {
            static final Sold PLAIN = new Sold(Trade.NONE, 0, List.of());

            public Sold {
                of = List.copyOf(of);
            }
        }

        record Unsaleable(Refusal refusal) implements Result {}
    }

    public Result price(Basket basket) {
        return price(basket.lines(), basket.extras().discounts());
    }

    /** Lines without a discount on all of them. */
    public Result price(List<BasketLine> basket) {
        return price(basket, List.of());
    }

    /**
     * @param discounts on the whole basket
     */
    public Result price(List<BasketLine> basket, List<AskedDiscount> discounts) {
        List<Line> lines = new ArrayList<>(basket.size());
        List<Integer> own = new ArrayList<>(basket.size());
        List<Integer> of = new ArrayList<>(basket.size());
        int[] age = {0};
        try {
            for (BasketLine asked : basket) {
                own.add(lines.size());
                for (Line line : price(asked, age)) {
                    lines.add(line);
                    of.add(own.size() - 1);
                }
            }
        } catch (Naming.NotSaleable e) {
            return new Result.Unsaleable(
                    inLine(
                            own.size() - 1,
                            Refusal.Kind.UNKNOWN_ARTICLE,
                            String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            return new Result.Unsaleable(
                    inLine(own.size() - 1, Refusal.Kind.CONTENT, String.valueOf(e.getMessage())));
        } catch (ArithmeticException e) {
            return new Result.Unsaleable(
                    inLine(
                            own.size() - 1,
                            Refusal.Kind.CONTENT,
                            "quantity × price is beyond what can be recorded"));
        }
        try {
            Discounting discounting = new Discounting(lines, currency);
            for (int i = 0; i < basket.size(); i++)
                discounting.onLine(own.get(i), basket.get(i).discount());
            discounts.forEach(discounting::onBasket);
            return sold(
                    discounting.priced(catalogue.version()),
                    new Result.Sold(catalogue.trade(), age[0], of));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Result.Unsaleable(
                    new Refusal(Refusal.Kind.CONTENT, String.valueOf(e.getMessage())));
        }
    }

    private Result.Priced sold(Result.Priced priced, Result.Sold sold) {
        List<Line> lines =
                terms().taxPerReceipt() ? TaxPerReceipt.of(priced.lines()) : priced.lines();
        return new Result.Priced(lines, priced.discounts(), priced.masterDataVersion(), sold);
    }

    private Terms terms() {
        return catalogue.trade().termsIn(currency);
    }

    private static Refusal inLine(int before, Refusal.Kind kind, String why) {
        return new Refusal(kind, "line " + (before + 1) + ": " + why);
    }

    /**
     * The line, and the deposit that goes with it: none with goods that come back by their receipt,
     * on which it has a line of its own.
     *
     * @param age the highest that was asked for so far
     */
    private List<Line> price(BasketLine asked, int[] age) {
        OriginalLine original = asked.original();
        Found.@Nullable Sold found = original == null ? null : sold.get(original.key());
        if (original != null && found != null)
            return List.of(comingBack(asked, original, found.line()));
        Naming.Named named = naming.of(asked);
        Line line = listed(asked, named);
        SoldAs soldAs = named.known() == null ? SoldAs.GOODS : named.known().soldAs();
        if (!line.quantity().isNegative()) age[0] = Math.max(age[0], soldAs.minimumAge());
        String deposit = soldAs.deposit();
        return deposit == null || original != null
                ? List.of(line)
                : List.of(
                        line,
                        Kinds.deposit(deposit(deposit), line, terms().taxExcluded(), currency));
    }

    private Article deposit(String plu) {
        return catalogue
                .byPlu(plu)
                .orElseThrow(() ->
                        Naming.unsaleable(
                                "is sold with the deposit '"
                                        + plu
                                        + "', which this store's articles"
                                        + naming.version()
                                        + " lack: tell head office"));
    }

    /** Before its amounts are known: what came back of it so far, the till itself counts. */
    private Line comingBack(BasketLine asked, OriginalLine original, Line was) {
        String plu = asked.article().plu();
        String gtin = asked.article().gtin();
        if ((plu != null && !plu.equals(was.plu())) || (gtin != null && !gtin.equals(was.gtin())))
            throw new IllegalArgumentException(
                    "that line of the receipt sold " + was.plu() + " " + was.description());
        if (asked.price() != null && !asked.price().equals(was.price()))
            throw new IllegalArgumentException(
                    "what was paid for it comes back: leave the price out");
        Line.Article article =
                new Line.Article(
                        was.plu(), was.gtin(), was.description(), was.department(), was.tax());
        Quantity quantity = in(was.quantity().unit(), asked.quantity());
        // A customer who paid for part of a piece has it to bring back.
        if (!was.quantity().hasPartOfPiece()) quantity.requireWholePieces();
        Line line = Line.priced(article, was.price(), was.origin(), quantity, currency);
        LineKind kind = was.details().kind();
        return (kind.isGoods() ? line : line.with(LineDetails.of(kind))).returning(original);
    }

    private Line listed(BasketLine asked, Naming.Named named) {
        Offer offer = offer(asked, named);
        boolean taxExcluded = terms().taxExcluded();
        Line line =
                taxExcluded
                        ? Line.pricedWithoutTax(
                                named.article(),
                                offer.price(),
                                offer.origin(),
                                offer.quantity(),
                                currency)
                        : Line.priced(
                                named.article(),
                                offer.price(),
                                offer.origin(),
                                offer.quantity(),
                                currency);
        LineDetails details = details(asked, named, offer);
        Line detailed = details.isNone() ? line : line.with(details);
        return asked.original() == null ? detailed : detailed.returning(asked.original());
    }

    /** How much of it, and for how much each. */
    private record Offer(UnitPrice price, PriceOrigin origin, Quantity quantity) {}

    private static Offer offer(BasketLine asked, Naming.Named named) {
        Article known = named.known();
        Label label = named.label();
        UnitPrice listed = known == null ? null : known.price();
        UnitPrice printed = label == null ? listed : label.price();
        UnitPrice price = asked.price() != null ? asked.price() : printed;
        if (price == null) throw Naming.unsaleable("has no price: give one");
        return new Offer(price, origin(price, listed, printed), quantity(asked, known, label));
    }

    private static PriceOrigin origin(
            UnitPrice price, @Nullable UnitPrice listed, @Nullable UnitPrice printed) {
        if (price.equals(listed)) return PriceOrigin.CATALOGUE;
        return price.equals(printed) ? PriceOrigin.LABEL : PriceOrigin.ENTERED;
    }

    private static Quantity quantity(
            BasketLine asked, @Nullable Article known, @Nullable Label label) {
        if (label != null) return label.of(asked.quantity());
        Quantity quantity = known == null ? asked.quantity() : in(known.unit(), asked.quantity());
        return quantity.requireWholePieces();
    }

    private LineDetails details(BasketLine asked, Naming.Named named, Offer offer) {
        Article known = named.known();
        LineKind kind = known == null ? LineKind.GOODS : known.soldAs().kind();
        Kinds.requireCard(kind, asked, offer.price());
        boolean taxExcluded = terms().taxExcluded();
        if (known == null) return new LineDetails(null, List.of(), null, kind, null, taxExcluded);
        UnitPrice cost = known.cost();
        boolean overridden = kind != LineKind.GIFT_CARD && offer.origin() == PriceOrigin.ENTERED;
        return new LineDetails(
                overridden
                        ? new LineDetails.PriceOverride(known.price(), asked.priceReason())
                        : null,
                List.of(),
                cost == null ? null : cost.times(offer.quantity(), currency),
                kind,
                asked.card(),
                taxExcluded,
                named.label() == null ? null : named.label().code());
    }

    /**
     * In the unit that the article is priced and kept in. Pieces are what a quantity is of where
     * nothing is said.
     */
    private static Quantity in(Unit unit, Quantity asked) {
        if (asked.unit() != unit && asked.unit() != Unit.PIECE)
            throw new IllegalArgumentException(
                    "it is sold in "
                            + unit.code()
                            + ", not in "
                            + asked.unit().code()
                            + ": give the quantity in "
                            + unit.code());
        return asked.unit() == unit ? asked : new Quantity(asked.value(), unit);
    }
}
