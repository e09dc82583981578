package io.tidemark.edge.record;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.event.UnconfirmedCash;
import io.tidemark.ledger.masterdata.SettleRules;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A till at one moment, for whoever may not touch the till itself.
 *
 * @param businessDay null while no day is open
 * @param counted whether the drawer was counted and nothing has moved in it since
 * @param totals of the open day; null while none is
 * @param lastZ number of the last till Z, 0 before the first
 * @param present who is signed on; null while nobody is
 * @param settling how far the drawer's count has come
 * @param unconfirmed cash that another person is still to confirm, the oldest first
 * @param parked baskets that wait here
 * @param takenUp baskets that were taken up here and are not finished
 */
public record TillView(
        Head head,
        @Nullable LocalDate businessDay,
        boolean counted,
        @Nullable Totals totals,
        int shift,
        String operator,
        long lastReceipt,
        long lastZ,
        long masterDataVersion,
        @Nullable Presence present,
        List<Parked> parked,
        List<TakenUp> takenUp,
        Settling settling,
        List<UnconfirmedCash> unconfirmed) {
    /**
     * Where the count of the drawer stands; of none while no day is open.
     *
     * @param rules null where any difference is taken as it is
     */
    public SettleStanding settleStanding(@Nullable SettleRules rules) {
        return totals == null
                ? new SettleStanding(Settling.Step.COUNT, List.of())
                : settling.standing(totals, rules);
    }

    static TillView of(Till till) {
        return new TillView(
                till.head(),
                till.day().map(OpenDay::date).orElse(null),
                till.day().map(OpenDay::isCounted).orElse(false),
                till.day().map(OpenDay::totals).orElse(null),
                till.shifts().number(),
                till.shifts().operator(),
                till.lastReceipt(),
                till.lastZ(),
                till.masterDataVersion(),
                till.shifts().present().orElse(null),
                till.baskets().allParked(),
                till.baskets().allTakenUp(),
                till.day().map(OpenDay::settling).orElse(Settling.NOTHING_COUNTED),
                till.onTheWay().all());
    }
}
