package io.tidemark.cloud.books;

import io.tidemark.cloud.books.Measured.Facets;
import io.tidemark.ledger.event.SalesTotal;
import io.tidemark.ledger.event.StockFlow;
import io.tidemark.ledger.event.StockTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes a close-down apart into amounts that rules can post. A supplement holds only what came
 * later, so what is measured of it is the difference that it makes; all but over/short, which
 * {@link DrawerPart} tells of.
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
            add(Measure.SALES, Facets.of(part.department(), part.category()), part.net());
            add(Measure.VAT, Facets.of(part.category()), part.tax());
        }
    }

    private void stock() {
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
        add(Measure.EXCHANGED, facets, exchanged(account));
    }

    /**
     * Of a tender in the store's own currency nothing is exchanged, unless it counted otherwise.
     */
    private Money exchanged(TenderAccount account) {
        return isHome(account.taken()) ? account.base().minus(account.sales()) : account.base();
    }

    private void add(Measure measure, Facets facets, Money amount) {
        boolean home = isHome(amount);
        measured.merge(
                new Key(measure, facets, home, amount.currency().code()),
                new Measured(measure, facets, home, amount),
                (a, b) -> new Measured(measure, facets, home, a.amount().plus(b.amount())));
    }

    private boolean isHome(Money amount) {
        return amount.currency().equals(closed.currency());
    }

    /** The drawers of all workstations, each tender and currency once. */
    public static List<DrawerPart> drawers(StoreDayClosed closed) {
        record Drawer(String workstation, String tender, String currency) {}
        Map<Drawer, DrawerPart> parts = new LinkedHashMap<>();
        for (TillDay till : inOrder(closed.tills()))
            for (TenderAccount account : till.totals().tenders()) {
                String currency = account.currency().code();
                parts.merge(
                        new Drawer(till.workstation(), account.type().code(), currency),
                        new DrawerPart(
                                till.workstation(),
                                account.type(),
                                account.currency().equals(closed.currency()),
                                account.expected(),
                                account.counted()),
                        DrawerPart::then);
            }
        return new ArrayList<>(parts.values());
    }

    /** A journal after the one it goes on from: the last count of a workstation is its last. */
    private static List<TillDay> inOrder(List<TillDay> tills) {
        return tills.stream()
                .sorted(Comparator.comparingInt(till -> predecessors(till, tills)))
                .toList();
    }

    private static int predecessors(TillDay till, List<TillDay> tills) {
        int count = 0;
        TillDay.@Nullable Continued from = till.continued();
        while (from != null && count < tills.size()) {
            count++;
            from = continued(from, tills);
        }
        return count;
    }

    private static TillDay.@Nullable Continued continued(
            TillDay.Continued journal, List<TillDay> tills) {
        for (TillDay till : tills)
            if (till.device().equals(journal.device()) && till.epoch() == journal.epoch())
                return till.continued();
        return null;
    }
}
