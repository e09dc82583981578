package io.tidemark.fog.dashboard;

import io.tidemark.fog.store.StoreState;
import io.tidemark.ledger.drawer.Drawer;
import io.tidemark.ledger.drawer.DrawerPart;
import io.tidemark.ledger.drawer.Drawers;
import io.tidemark.ledger.event.CloseDownAuthorised;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A store Z or a supplement as it is printed: over and short are of the drawer's whole day up to
 * here, since a count is of all that is in the drawer.
 *
 * @param overShort of each drawer that was counted in this part, less what an earlier count of the
 *     day said already
 * @param authority who allowed that devices were left out
 */
public record PrintedZ(
        StoreDayClosed closed,
        Map<Drawer, Money> overShort,
        Optional<CloseDownAuthorised> authority) {
    public PrintedZ {
        overShort = Map.copyOf(overShort);
    }

    /** The store Z of one day and its supplements, in order. */
    static List<PrintedZ> ofDay(StoreState state, LocalDate day) {
        Drawers drawers = new Drawers();
        return state.history().of(day).stream()
                .map(each ->
                        new PrintedZ(
                                each,
                                drawers.nextCounted(DrawerPart.of(each)),
                                state.authority(each)))
                .toList();
    }

    /** Of the till's drawer; empty where the till was not counted in this part. */
    public Optional<Money> overShort(TillDay till, TenderAccount account) {
        if (account.counted() == null) return Optional.empty();
        return Optional.ofNullable(overShort.get(Drawer.of(till.workstation(), account)));
    }

    /** Of all drawers with this tender in this currency; empty where none was counted. */
    Optional<Money> overShort(TenderAccount total) {
        return overShort.entrySet().stream()
                .filter(each -> isOf(each.getKey(), total))
                .map(Map.Entry::getValue)
                .reduce(Money::plus);
    }

    private static boolean isOf(Drawer drawer, TenderAccount total) {
        return drawer.tender().equals(total.type()) && drawer.currency().equals(total.currency());
    }
}
