package io.tidemark.edge.record;

import java.util.Optional;

/** What a device is for: what may be asked of it, and how its day begins. */
public enum DeviceKind {
    /** Sells, and has a drawer. Its day begins when somebody has put a float into it. */
    TILL,
    /**
     * Looks after the goods. There is nothing to count when its day begins, so it begins by itself
     * with the first thing that is recorded.
     */
    HANDHELD;

    /** Why such a device does not do this, where another one must. */
    Optional<String> refusal(Ask ask) {
        return this == HANDHELD && needsDrawer(ask)
                ? Optional.of("this is a handheld, which has no drawer: do this at a till")
                : Optional.empty();
    }

    private static boolean needsDrawer(Ask ask) {
        return switch (ask) {
            case Ask.Sell _,
                    Ask.TakeBack _,
                    Ask.VoidBasket _,
                    Ask.CopyReceipt _,
                    Ask.CopyZ _,
                    Ask.ConfirmCash _,
                    Ask.Settle _,
                    Ask.Suspend _,
                    Ask.Resume _,
                    Ask.PostVoid _,
                    Ask.MoveCash _,
                    Ask.OpenDrawer _,
                    Ask.Exchange _,
                    Ask.UndoExchange _,
                    Ask.Count _ ->
                    true;
            case Ask.OpenDay open -> !open.cashFloat().isEmpty();
            case Ask.CloseDay _,
                    Ask.Attend _,
                    Ask.MoveStock _,
                    Ask.CountStock _,
                    Ask.CheckShelfPrice _ ->
                    false;
        };
    }
}
