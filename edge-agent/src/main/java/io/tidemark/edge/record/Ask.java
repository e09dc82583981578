package io.tidemark.edge.record;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.exchange.Quote;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.UnitPrice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody at the till wants recorded, exactly as they said it: nothing is looked up yet. */
public sealed interface Ask {
    /** Made by the caller, so that asking again after no answer records nothing twice. */
    CommandId id();

    /** Their number or name; empty for whoever is signed on. */
    String operator();

    /** Who allows it; null where nobody was called. */
    default @Nullable Approver approver() {
        return null;
    }

    /** Goods that are to be priced; null where there are none. */
    default @Nullable Basket basket() {
        return null;
    }

    /** Whether it is part of closing a day, for which some of the disk is kept. */
    default boolean closes() {
        return switch (this) {
            case MoveCash _, ConfirmCash _, Count _, Settle _, CloseDay _, Attend _ -> true;
            case OpenDay _,
                    Sell _,
                    TakeBack _,
                    OpenDrawer _,
                    Exchange _,
                    UndoExchange _,
                    VoidBasket _,
                    CopyReceipt _,
                    CopyZ _,
                    MoveStock _,
                    CountStock _,
                    CheckShelfPrice _,
                    Suspend _,
                    Resume _,
                    PostVoid _ ->
                    false;
        };
    }

    /** Whether an entry of this type only goes before the one that this asks for. */
    default boolean isOnlyBegunBy(int type) {
        if (type == EventType.TILL_DAY_CLOSED.code()) return !(this instanceof CloseDay);
        if (type == EventType.OPERATOR_SESSION.code()) return !(this instanceof Attend);
        return type == EventType.BUSINESS_DAY_OPENED.code();
    }

    /**
     * Somebody comes to the till or leaves it.
     *
     * @param operator who comes or, for {@link OperatorSession.Kind#UNLOCK}, who unlocks
     */
    record Attend(CommandId id, String operator, OperatorSession.Kind kind) implements Ask {}

    /**
     * The workstation's day begins, with this float in the drawer.
     *
     * @param confirming by who gave it; null where they do that later
     */
    record OpenDay(
            CommandId id, String operator, List<Money> cashFloat, @Nullable Confirming confirming)
            implements Ask {
        public OpenDay {
            cashFloat = List.copyOf(cashFloat);
        }

        public OpenDay(CommandId id, String operator, List<Money> cashFloat) {
            this(id, operator, cashFloat, null);
        }
    }

    /** A customer buys. */
    record Sell(CommandId id, String operator, Basket basket, @Nullable Approver approver)
            implements Ask {
        public Sell(CommandId id, String operator, Basket basket) {
            this(id, operator, basket, null);
        }
    }

    /** A customer brings goods back. */
    record TakeBack(CommandId id, String operator, Basket basket, @Nullable Approver approver)
            implements Ask {
        public TakeBack(CommandId id, String operator, Basket basket) {
            this(id, operator, basket, null);
        }
    }

    /** A basket is given up before it is paid. */
    record VoidBasket(CommandId id, String operator, Basket basket, @Nullable Approver approver)
            implements Ask {}

    /** A basket is parked, to be paid later. */
    record Suspend(CommandId id, String operator, Basket basket) implements Ask {}

    /**
     * A parked basket is taken up again.
     *
     * @param suspended its id
     */
    record Resume(CommandId id, String operator, String suspended) implements Ask {}

    /** A receipt of the open day is taken back as a whole. */
    record PostVoid(
            CommandId id, String operator, long receipt, String reason, @Nullable Approver approver)
            implements Ask {
        public PostVoid {
            if (reason.length() > Limits.TEXT_MAX)
                throw new IllegalArgumentException(
                        "a reason has at most " + Limits.TEXT_MAX + " characters");
        }
    }

    /** A receipt is printed again. */
    record CopyReceipt(CommandId id, String operator, long receipt) implements Ask {}

    /** A till Z is printed again. */
    record CopyZ(CommandId id, String operator, long zNumber) implements Ask {}

    /**
     * Cash enters or leaves the drawer without a sale.
     *
     * @param confirming by the other person; null where they do that later
     */
    record MoveCash(
            CommandId id,
            String operator,
            CashMovement movement,
            @Nullable Approver approver,
            @Nullable Confirming confirming)
            implements Ask {
        public MoveCash(CommandId id, String operator, CashMovement movement) {
            this(id, operator, movement, null, null);
        }
    }

    /**
     * Another person confirms cash that was moved before.
     *
     * @param movement the command that recorded it
     */
    record ConfirmCash(CommandId id, String operator, CommandId movement, Confirming confirming)
            implements Ask {}

    /** The drawer is opened without a sale. */
    record OpenDrawer(CommandId id, String operator, String reason, @Nullable Approver approver)
            implements Ask {
        public OpenDrawer(CommandId id, String operator, String reason) {
            this(id, operator, reason, null);
        }
    }

    /**
     * Cash of another currency is bought from a customer, or sold to one.
     *
     * @param foreign above zero, either way
     * @param rate another one than the quoted; null: that
     * @param expected what the customer was told to pay or to get, in the store's currency; null:
     *     nothing to compare
     */
    record Exchange(
            CommandId id,
            String operator,
            Quote.Way way,
            Money foreign,
            @Nullable ExchangeRate rate,
            @Nullable Money expected,
            CurrencyExchanged.Customer customer,
            @Nullable Approver approver)
            implements Ask {}

    /** An exchange of the open day is taken back as a whole. */
    record UndoExchange(
            CommandId id, String operator, long receipt, String reason, @Nullable Approver approver)
            implements Ask {
        public UndoExchange {
            if (reason.length() > Limits.TEXT_MAX)
                throw new IllegalArgumentException(
                        "a reason has at most " + Limits.TEXT_MAX + " characters");
        }
    }

    /** The drawer was counted. */
    record Count(CommandId id, String operator, List<CountedTender> counted) implements Ask {
        public Count {
            counted = List.copyOf(counted);
            if (counted.isEmpty())
                throw new IllegalArgumentException(
                        "nothing was counted: give at least the cash that is in the drawer, 0 if there is none");
            for (CountedTender tender : counted)
                TakenTenders.refusal(tender.type())
                        .ifPresent(why -> {
                            throw new IllegalArgumentException(why);
                        });
        }
    }

    /**
     * The drawer is over or short by what was counted: the till is settled.
     *
     * @param reason why, where it is more than the shop tolerates
     */
    record Settle(CommandId id, String operator, String reason, @Nullable Approver approver)
            implements Ask {
        public Settle {
            if (reason.length() > Limits.TEXT_MAX)
                throw new IllegalArgumentException(
                        "a reason has at most " + Limits.TEXT_MAX + " characters");
        }
    }

    /** The workstation's day ends: the till Z. */
    record CloseDay(CommandId id, String operator) implements Ask {}

    /** Goods come or go without a customer. */
    record MoveStock(CommandId id, String operator, GoodsPaper paper, List<GoodsLine> lines)
            implements Ask {
        public MoveStock {
            lines = GoodsLine.checked(lines);
        }
    }

    /**
     * Goods were counted, blind: nothing that is told before it says how many there should be.
     *
     * @param reference what was counted, such as a shelf; may be empty
     */
    record CountStock(CommandId id, String operator, String reference, List<GoodsLine> lines)
            implements Ask {
        public CountStock {
            lines = GoodsLine.checked(lines);
        }
    }

    /** Somebody read the price on a shelf. */
    record CheckShelfPrice(CommandId id, String operator, BasketLine.Named article, UnitPrice shelf)
            implements Ask {}
}
