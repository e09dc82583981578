package io.tidemark.ledger.event;

import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts what is done out of the ordinary, entry by entry: of a device, of a store or of one
 * operator. Not safe for use by several threads.
 */
public final class TallySum {
    private final CurrencyCode currency;
    private final SortedMap<String, Tally> tallies = new TreeMap<>();

    public TallySum(CurrencyCode currency) {
        this.currency = currency;
    }

    /** Ascending by kind; none of what was not done. */
    public List<Tally> tallies() {
        return List.copyOf(tallies.values());
    }

    /** What was counted elsewhere. */
    public void add(List<Tally> others) {
        others.forEach(other -> tallies.merge(other.kind(), other, Tally::plus));
    }

    /**
     * No default branch, on purpose: a new event must not compile until someone decides whether it
     * is out of the ordinary.
     */
    public void add(Event event) {
        switch (event) {
            case PostVoided voided -> {
                add(Tally.POST_VOID, 1, voided.total().negated());
                approved(voided.details().approvals());
            }
            case SaleCompleted sale -> add(sale);
            case GoodsReturned returned -> add(returned);
            case TillOpened opened -> add(Tally.CASH_GIVEN, opened.given().isEmpty() ? 0 : 1);
            case CashMovement movement -> {
                approved(movement.approvals());
                add(Tally.CASH_GIVEN, movement.twoSided() ? 1 : 0);
            }
            case CashConfirmed confirmed -> {
                add(confirmed.earlierDay() ? Tally.CASH_CONFIRMED_LATER : Tally.CASH_CONFIRMED, 1);
                add(Tally.CASH_DIFFERS, confirmed.differs() ? 1 : 0);
            }
            case OverShortFound found -> approved(found.approvals());
            case TillZCopied _ -> add(Tally.COPY, 1);
            case CurrencyExchanged exchange -> {
                approved(exchange.approvals());
                if (exchange.undone() != null) add(Tally.POST_VOID, 1, exchange.size());
            }
            case NoSale noSale -> approved(noSale.approvals());
            case ShelfPriceChecked check -> add(Tally.SHELF_PRICE_WRONG, check.isRight() ? 0 : 1);
            case OperatorSession session ->
                    add(Tally.SIGN_ON, session.kind() == OperatorSession.Kind.SIGN_ON ? 1 : 0);
            case BasketSuspended basket -> add(Tally.SUSPENDED, 1, basket.total());
            case BasketResumed _ -> add(Tally.RESUMED, 1);
            case BasketVoided basket -> {
                add(Tally.BASKET_VOID, 1, basket.total());
                approved(basket.details().approvals());
            }
            case TrainingTransaction training -> add(Tally.TRAINING, 1, training.total());
            case ReceiptCopied _ -> add(Tally.COPY, 1);
            case ExchangeRefused _ -> add(Tally.EXCHANGE_REFUSED, 1);
            case BusinessDayOpened _,
                    TillCounted _,
                    TillDayClosed _,
                    StockMoved _,
                    StockCounted _,
                    MasterDataAdopted _,
                    StoreDayClosed _,
                    StoreDayFigures _,
                    StoreLogSigned _,
                    JournalContinued _,
                    EpochGranted _,
                    CloseDownAuthorised _,
                    Unknown _ -> {}
        }
    }

    /** A post-void undoes a whole receipt and is told by its own tally, not by these. */
    private void add(RetailTransaction transaction) {
        for (Discount discount : transaction.details().discounts())
            add(Tally.DISCOUNT, 1, discount.amount());
        TransactionDetails.VoidedLines voided = transaction.details().voided();
        if (voided != null) add(Tally.LINE_VOID, voided.lines(), voided.amount());
        for (Line line : transaction.lines()) {
            LineDetails.PriceOverride override = line.details().override();
            if (override != null) add(Tally.PRICE_OVERRIDE, 1, tookOff(line, override));
            if (line.quantity().isNegative() && line.details().kind().isGoods()) returned(line);
        }
        if (transaction.details().age() != null) add(Tally.AGE_CHECK, 1);
        for (Tender tender : transaction.tenders()) {
            CardUse card = tender.card();
            if (card != null && !card.checked()) add(Tally.GIFT_CARD_UNCHECKED, 1, tender.base());
        }
        approved(transaction.details().approvals());
    }

    private Money tookOff(Line line, LineDetails.PriceOverride override) {
        return line.at(override.listed()).minus(line.undiscounted());
    }

    private void returned(Line line) {
        OriginalLine original = line.original();
        if (original == null) add(Tally.RETURN_WITHOUT_RECEIPT, 1, line.gross());
        else if (!original.checked()) add(Tally.RETURN_UNCHECKED, 1, line.gross());
    }

    private void approved(List<Approval> approvals) {
        add(Tally.APPROVAL, approvals.size());
    }

    private void add(String kind, int count) {
        add(kind, count, Money.zero(currency));
    }

    private void add(String kind, int count, Money amount) {
        if (count > 0) tallies.merge(kind, new Tally(kind, count, amount), Tally::plus);
    }
}
