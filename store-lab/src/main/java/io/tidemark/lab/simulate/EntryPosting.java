package io.tidemark.lab.simulate;

import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.event.CashConfirmed;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CloseDownAuthorised;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.Discount;
import io.tidemark.ledger.event.EpochGranted;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.ExchangeRefused;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails.PriceOverride;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.OverShortFound;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.ReceiptCopied;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.ShelfPriceChecked;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockFlow;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.StoreDayFigures;
import io.tidemark.ledger.event.StoreLogSigned;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.TillZCopied;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.event.TransactionDetails.VoidedLines;
import io.tidemark.ledger.event.Unknown;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.math.RoundingMode;

/** What one entry adds. No default branch: a new event does not compile until somebody decides. */
final class EntryPosting {
    private final Posting.Sum sum = new Posting.Sum();

    private EntryPosting() {}

    static Posting of(Event event) {
        return switch (event) {
            case RetailTransaction sale -> new EntryPosting().retail(sale);
            case StoreDayClosed closed -> Posting.of(closed.totals());
            case CashMovement moved -> moved(moved);
            case TillOpened opened -> opened(opened);
            case CashConfirmed confirmed -> confirmed(confirmed);
            case OverShortFound found -> new EntryPosting().approved(found.approvals().size());
            case TillZCopied _ -> tally(Tally.COPY, 0);
            case CurrencyExchanged exchange -> exchanged(exchange);
            case NoSale noSale -> new EntryPosting().approved(noSale.approvals().size());
            case OperatorSession session ->
                    session.kind() == OperatorSession.Kind.SIGN_ON
                            ? tally(Tally.SIGN_ON, 0)
                            : Posting.NOTHING;
            case BasketSuspended basket -> tally(Tally.SUSPENDED, basket.total().minor());
            case BasketResumed _ -> tally(Tally.RESUMED, 0);
            case BasketVoided basket -> {
                EntryPosting posting = new EntryPosting();
                posting.sum.tally(Tally.BASKET_VOID, 1, basket.total().minor());
                yield posting.approved(basket.details().approvals().size());
            }
            case TrainingTransaction training -> tally(Tally.TRAINING, training.total().minor());
            case ReceiptCopied _ -> tally(Tally.COPY, 0);
            case ExchangeRefused _ -> tally(Tally.EXCHANGE_REFUSED, 0);
            case ShelfPriceChecked check ->
                    check.shelf().equals(check.listed())
                            ? Posting.NOTHING
                            : tally(Tally.SHELF_PRICE_WRONG, 0);
            case StockMoved moved -> goods(moved.kind().flow(), moved.lines());
            case StockCounted counted -> goods(StockFlow.COUNTED, counted.lines());
            // Of no amount, or of one that stands in other entries.
            case TillCounted _,
                    BusinessDayOpened _,
                    TillDayClosed _,
                    StoreDayFigures _,
                    MasterDataAdopted _,
                    JournalContinued _,
                    EpochGranted _,
                    StoreLogSigned _,
                    CloseDownAuthorised _,
                    Unknown _ ->
                    Posting.NOTHING;
        };
    }

    private static Posting moved(CashMovement moved) {
        EntryPosting posting = new EntryPosting().cash(moved.effect());
        if (moved.twoSided()) posting.sum.tally(Tally.CASH_GIVEN, 1, 0);
        return posting.approved(moved.approvals().size());
    }

    private static Posting opened(TillOpened opened) {
        EntryPosting posting = new EntryPosting();
        opened.cashFloat().forEach(posting::cash);
        if (!opened.given().isEmpty()) posting.sum.tally(Tally.CASH_GIVEN, 1, 0);
        return posting.sum.posting();
    }

    private static Posting confirmed(CashConfirmed confirmed) {
        Posting.Sum sum = new Posting.Sum();
        sum.tally(confirmed.earlierDay() ? Tally.CASH_CONFIRMED_LATER : Tally.CASH_CONFIRMED, 1, 0);
        boolean otherwise =
                confirmed.amounts().stream()
                        .anyMatch(each -> !each.given().equals(each.confirmed()));
        return otherwise ? sum.tally(Tally.CASH_DIFFERS, 1, 0).posting() : sum.posting();
    }

    private static Posting exchanged(CurrencyExchanged exchange) {
        EntryPosting posting = new EntryPosting();
        posting.cash(exchange.foreign());
        posting.cash(exchange.base().plus(exchange.commission()));
        if (exchange.undone() != null)
            posting.sum.tally(Tally.POST_VOID, 1, Math.absExact(exchange.base().minor()));
        long foreign = exchange.foreign().minor();
        long base = exchange.base().minor();
        if (exchange.isBuying()) posting.sum.exchanged("bought", foreign).exchanged("paid", -base);
        else posting.sum.exchanged("sold", -foreign).exchanged("received", base);
        posting.sum.exchanged("count", 1).exchanged("commission", exchange.commission().minor());
        posting.sum.exchanged("spread", atMiddle(exchange) + base);
        return posting.approved(exchange.approvals().size());
    }

    /** What it is worth, half away from zero. */
    private static long atMiddle(CurrencyExchanged exchange) {
        return exchange.foreign()
                .decimal()
                .multiply(exchange.mid().value())
                .movePointRight(exchange.base().currency().digits())
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static Posting tally(String kind, long minor) {
        return new Posting.Sum().tally(kind, 1, minor).posting();
    }

    private static Posting goods(StockFlow flow, Iterable<StockLine> lines) {
        Posting.Sum sum = new Posting.Sum();
        for (StockLine line : lines) {
            Money cost = line.cost();
            sum.goods(
                    Posting.way(flow, line.quantity().unit()),
                    1,
                    line.quantity().thousandths(),
                    cost == null ? 0 : cost.minor());
        }
        return sum.posting();
    }

    private EntryPosting cash(Money amount) {
        return tender(TenderType.CASH, amount);
    }

    private EntryPosting tender(TenderType type, Money amount) {
        sum.add(Posting.tender(type, amount.currency().code()), amount.minor());
        return this;
    }

    private Posting approved(int times) {
        return sum.tally(Tally.APPROVAL, times, 0).posting();
    }

    private Posting retail(RetailTransaction sale) {
        sum.add(Posting.RECEIPTS, 1).add(Posting.GROSS, sale.total().minor());
        for (Tender tender : sale.tenders()) tender(tender.type(), tender.amount());
        cash(sale.change().negated());
        for (Line line : sale.lines())
            if (line.details().kind().isGoods()) goods(line, sale instanceof PostVoided);
            else sum.kind(line.details().kind(), 1, line.gross().minor());
        if (sale instanceof PostVoided) sum.tally(Tally.POST_VOID, 1, -sale.total().minor());
        else outOfTheOrdinary(sale);
        return approved(sale.details().approvals().size());
    }

    /** What a post-void takes back counts against the flow that it went with. */
    private void goods(Line line, boolean undone) {
        boolean wentOut = line.quantity().isNegative() == undone;
        StockFlow flow = wentOut ? StockFlow.SOLD : StockFlow.RETURNED;
        int sign = wentOut ? 1 : -1;
        Money cost = line.details().cost();
        sum.goods(
                Posting.way(flow, line.quantity().unit()),
                1,
                sign * line.quantity().thousandths(),
                cost == null ? 0 : sign * cost.minor());
    }

    private void outOfTheOrdinary(RetailTransaction sale) {
        for (Discount discount : sale.details().discounts())
            sum.tally(Tally.DISCOUNT, 1, discount.amount().minor());
        VoidedLines voided = sale.details().voided();
        if (voided != null) sum.tally(Tally.LINE_VOID, voided.lines(), voided.amount().minor());
        for (Line line : sale.lines()) {
            PriceOverride override = line.details().override();
            if (override != null)
                sum.tally(Tally.PRICE_OVERRIDE, 1, tookOff(line, override, sale.currency()));
            if (line.quantity().isNegative() && line.details().kind().isGoods()) cameBack(line);
        }
        for (Tender tender : sale.tenders()) {
            CardUse card = tender.card();
            if (card != null && !card.checked())
                sum.tally(Tally.GIFT_CARD_UNCHECKED, 1, tender.base().minor());
        }
    }

    private static long tookOff(Line line, PriceOverride override, CurrencyCode currency) {
        return override.listed()
                .times(line.quantity(), currency)
                .minus(line.undiscounted())
                .minor();
    }

    private void cameBack(Line line) {
        OriginalLine original = line.original();
        if (original == null) sum.tally(Tally.RETURN_WITHOUT_RECEIPT, 1, line.gross().minor());
        else if (!original.checked()) sum.tally(Tally.RETURN_UNCHECKED, 1, line.gross().minor());
    }
}
