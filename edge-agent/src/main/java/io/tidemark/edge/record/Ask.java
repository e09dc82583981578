package io.tidemark.edge.record;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.money.Money;
import java.util.List;

/** What somebody at the till wants recorded, exactly as they said it: nothing is looked up yet. */
public sealed interface Ask {
    /** Made by the caller, so that asking again after no answer records nothing twice. */
    CommandId id();

    String operator();

    /** Whether it is part of closing a day, for which some of the disk is kept. */
    default boolean closes() {
        return switch (this) {
            case MoveCash _, Count _, CloseDay _ -> true;
            case OpenDay _, Sell _, TakeBack _, OpenDrawer _ -> false;
        };
    }

    /** The workstation's day begins, with this float in the drawer. */
    record OpenDay(CommandId id, String operator, List<Money> cashFloat) implements Ask {
        public OpenDay {
            cashFloat = List.copyOf(cashFloat);
        }
    }

    /** A customer buys. */
    record Sell(CommandId id, String operator, Basket basket) implements Ask {}

    /** A customer brings goods back. */
    record TakeBack(CommandId id, String operator, Basket basket) implements Ask {}

    /** Cash enters or leaves the drawer without a sale. */
    record MoveCash(CommandId id, String operator, CashMovement movement) implements Ask {}

    /** The drawer is opened without a sale. */
    record OpenDrawer(CommandId id, String operator, String reason) implements Ask {}

    /** The drawer was counted. */
    record Count(CommandId id, String operator, List<CountedTender> counted) implements Ask {
        public Count {
            counted = List.copyOf(counted);
        }
    }

    /** The workstation's day ends: the till Z. */
    record CloseDay(CommandId id, String operator) implements Ask {}
}
