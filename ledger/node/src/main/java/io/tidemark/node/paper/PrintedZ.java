package io.tidemark.node.paper;

import io.tidemark.ledger.drawer.Drawer;
import io.tidemark.ledger.drawer.DrawerPart;
import io.tidemark.ledger.drawer.Drawers;
import io.tidemark.ledger.event.CloseDownAuthorised;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.money.Money;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A store Z or a supplement as it is printed: over and short are of the drawer's whole day up to
 * here, since a count is of all that is in the drawer.
 *
 * @param products the articles' figures; empty where the close-down has none, or they are not here
 * @param overShort of each drawer that was counted in this part, less what an earlier count of the
 *     day said already
 */
public record PrintedZ(
        StoreDayClosed closed,
        Made made,
        List<ProductTotal> products,
        Map<Drawer, Money> overShort) {
    public PrintedZ {
        products = List.copyOf(products);
        overShort = Map.copyOf(overShort);
    }

    /**
     * What the store's journal says around a close-down.
     *
     * @param at when, by the gateway's clock, where that is known
     * @param operator who closed the day
     * @param authority who allowed that devices were left out
     */
    public record Made(
            Optional<OffsetDateTime> at,
            String operator,
            Optional<CloseDownAuthorised> authority) {}

    /** A close-down, and what stands around it. */
    public record Filed(StoreDayClosed closed, Made made, List<ProductTotal> products) {
        public Filed {
            products = List.copyOf(products);
        }
    }

    /**
     * @param closed the store Z of one day and its supplements, in order
     */
    public static List<PrintedZ> ofDay(List<Filed> closed) {
        Drawers drawers = new Drawers();
        return closed.stream()
                .map(each ->
                        new PrintedZ(
                                each.closed(),
                                each.made(),
                                each.products(),
                                drawers.nextCounted(DrawerPart.of(each.closed()))))
                .toList();
    }

    /** Of the till's drawer; empty where the till was not counted in this part. */
    public Optional<Money> overShort(TillDay till, TenderAccount account) {
        if (account.counted() == null) return Optional.empty();
        return Optional.ofNullable(overShort.get(Drawer.of(till.workstation(), account)));
    }

    /** Of all drawers with this tender in this currency; empty where none was counted. */
    public Optional<Money> overShort(TenderAccount total) {
        return overShort.entrySet().stream()
                .filter(each -> each.getKey().key().equals(total.key()))
                .map(Map.Entry::getValue)
                .reduce(Money::plus);
    }
}
