package io.tidemark.cloud.books;

import io.tidemark.cloud.books.Measured.Facets;
import io.tidemark.ledger.drawer.Drawers;
import io.tidemark.ledger.event.ExchangePosition;
import io.tidemark.ledger.event.ExchangeTotal;
import io.tidemark.ledger.event.SalesTotal;
import io.tidemark.ledger.event.StockFlow;
import io.tidemark.ledger.event.StockTotal;
import io.tidemark.ledger.event.StockValues;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Takes a close-down apart into amounts that rules can post. A supplement holds only what came
 * later, so what is measured of it is the difference that it makes; all but over/short, which takes
 * the day's earlier close-downs, too: {@link Drawers}.
 */
public final class Measuring {
    private final StoreDayClosed closed;
    private final Map<Key, Measured> measured = new LinkedHashMap<>();

    private record Key(Measure measure, Facets facets, boolean home, String currency) {}

    private Measuring(StoreDayClosed closed) {
        this.closed = closed;
    }

    /** All amounts but zeros, each key once. */
    public static List<Measured> of(StoreDayClosed closed) {
        Measuring measuring = new Measuring(closed);
        measuring.sales();
        closed.totals().tenders().forEach(measuring::tender);
        measuring.exchange();
        measuring.stock();
        return measuring.measured.values().stream()
                .filter(each -> !each.amount().isZero())
                .toList();
    }

    /** What was sold less what it was paid with, in the store's currency: zero, or it is off. */
    public static Money uncleared(StoreDayClosed closed) {
        return Money.sum(closed.currency(), of(closed), each -> share(each, closed));
    }

    private static Money share(Measured each, StoreDayClosed closed) {
        return switch (each.measure().inTakings(each.home())) {
            case 1 -> each.amount();
            case -1 -> each.amount().negated();
            default -> Money.zero(closed.currency());
        };
    }

    private void sales() {
        for (SalesTotal part : closed.totals().sales()) {
            Facets divided = Facets.of(part.department(), part.category());
            switch (part.kind()) {
                case GOODS -> add(Measure.SALES, divided, part.net());
                case DEPOSIT -> add(Measure.DEPOSITS, divided, part.net());
                case GIFT_CARD -> add(Measure.GIFT_CARDS, Facets.NONE, part.net());
                case TIP -> add(Measure.TIPS, Facets.NONE, part.net());
                case ROUNDING -> add(Measure.ROUNDING, Facets.NONE, part.net());
            }
            add(Measure.VAT, Facets.of(part.category()), part.tax());
        }
    }

    /** Drawers' part of it is each tender's. */
    private void exchange() {
        for (ExchangeTotal part : closed.totals().exchange())
            add(Measure.COMMISSION, Facets.NONE, part.commission());
        for (ExchangePosition part : closed.exchange()) {
            add(Measure.CURRENCY_JOINED, Facets.of(TenderType.CASH), part.joined().amount());
            add(Measure.CURRENCY_JOINED, Facets.of(TenderType.CASH), part.joined().cost());
            add(Measure.MARGIN, Facets.NONE, part.realised());
            add(Measure.REVALUATION, Facets.NONE, part.revaluation());
        }
    }

    /** As the store values it; by rules that did not, at the cost that its entries say. */
    private void stock() {
        closed.stock().ifPresentOrElse(this::valued, this::asRecorded);
    }

    private void valued(StockValues stock) {
        add(Measure.DELIVERED, Facets.NONE, stock.received());
        add(Measure.SOLD, Facets.NONE, stock.sold());
        add(Measure.WASTED, Facets.NONE, stock.wasted());
        add(Measure.TRANSFERRED_OUT, Facets.NONE, stock.carriedOut());
        add(Measure.TRANSFER_DIFFERENCE, Facets.NONE, stock.transferDifference());
        add(Measure.TRANSFERRED_IN, Facets.NONE, stock.transferredIn());
        add(Measure.VARIANCE, Facets.NONE, stock.variance());
        add(Measure.CORRECTED, Facets.NONE, stock.corrected());
    }

    private void asRecorded() {
        for (StockTotal part : closed.totals().stock())
            add(of(part.flow()), Facets.NONE, part.cost());
    }

    private static Measure of(StockFlow flow) {
        return switch (flow) {
            case SOLD -> Measure.SOLD;
            case RETURNED -> Measure.RETURNED;
            case DELIVERY -> Measure.DELIVERED;
            case WASTE -> Measure.WASTED;
            case TRANSFER_OUT -> Measure.TRANSFERRED_OUT;
            case TRANSFER_IN -> Measure.TRANSFERRED_IN;
            case COUNTED -> Measure.COUNTED;
        };
    }

    private void tender(TenderAccount account) {
        Facets facets = Facets.of(account.type());
        add(Measure.TAKEN, facets, account.taken());
        add(Measure.REFUNDED, facets, account.refunded());
        add(Measure.CHANGE, facets, account.change());
        add(Measure.FLOAT, facets, account.provided());
        add(Measure.PAID_IN, facets, account.paidIn());
        add(Measure.PAID_OUT, facets, account.paidOut());
        add(Measure.PICKED_UP, facets, account.pickedUp());
        add(Measure.DROPPED, facets, account.dropped());
        add(Measure.CURRENCY_MOVED, facets, account.exchanged());
        add(Measure.EXCHANGED, facets, exchanged(account));
    }

    /**
     * Of a tender in the store's own currency nothing is exchanged, unless it counted otherwise.
     */
    private Money exchanged(TenderAccount account) {
        return isHome(account.taken()) ? account.base().minus(account.sales()) : account.base();
    }

    private void add(Measure measure, Facets facets, Money amount) {
        add(new Measured(measure, facets, isHome(amount), amount), measured);
    }

    private boolean isHome(Money amount) {
        return amount.currency().equals(closed.currency());
    }

    /** What drawers are over or short by, and hand in: each tender and currency once. */
    public static List<Measured> of(List<Drawers.Held> drawers) {
        Map<Key, Measured> over = new LinkedHashMap<>();
        Map<Key, Measured> handedIn = new LinkedHashMap<>();
        for (Drawers.Held held : drawers) {
            add(Measure.OVER_SHORT, held, held.overShort(), over);
            add(Measure.HANDED_IN, held, held.handedIn(), handedIn);
        }
        return Stream.concat(over.values().stream(), handedIn.values().stream())
                .filter(each -> !each.amount().isZero())
                .toList();
    }

    private static void add(
            Measure measure, Drawers.Held held, Money amount, Map<Key, Measured> sums) {
        Facets facets = Facets.of(held.part().drawer().tender());
        add(new Measured(measure, facets, held.part().home(), amount), sums);
    }

    private static void add(Measured one, Map<Key, Measured> sums) {
        sums.merge(
                new Key(one.measure(), one.facets(), one.home(), one.amount().currency().code()),
                one,
                (a, b) ->
                        new Measured(
                                a.measure(), a.facets(), a.home(), a.amount().plus(b.amount())));
    }
}
