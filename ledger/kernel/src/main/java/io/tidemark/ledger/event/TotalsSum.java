package io.tidemark.ledger.event;

import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Adds a day up, entry by entry. The same code makes a till's X report, its till Z and, over all
 * tills, the store's close-down. Not safe for use by several threads.
 */
public final class TotalsSum {
    private record TenderKey(TenderType type, String currency) implements Comparable<TenderKey> {
        @Override
        public int compareTo(TenderKey other) {
            int byType = type.compareTo(other.type);
            return byType != 0 ? byType : currency.compareTo(other.currency);
        }
    }

    private record SalesKey(LineKind kind, String department, TaxCategory category)
            implements Comparable<SalesKey> {
        @Override
        public int compareTo(SalesKey other) {
            int byKind = kind.compareTo(other.kind);
            if (byKind != 0) return byKind;
            int byDepartment = department.compareTo(other.department);
            return byDepartment != 0 ? byDepartment : category.compareTo(other.category);
        }
    }

    private final CurrencyCode currency;
    private long transactions;
    private long returns;
    private long lines;
    private long noSales;
    private Money gross;
    private Money returned;
    private Money tax;
    private final SortedMap<TenderKey, TenderAccount> tenders = new TreeMap<>();
    private final SortedMap<SalesKey, SalesTotal> sales = new TreeMap<>();
    private final SortedMap<String, Tally> tallies = new TreeMap<>();
    private final StockSum stock;

    public TotalsSum(CurrencyCode currency) {
        this.currency = currency;
        gross = Money.zero(currency);
        returned = gross;
        tax = gross;
        stock = new StockSum(currency);
    }

    /** A day that goes on from these totals: what another journal carried over. */
    public static TotalsSum from(Totals carried) {
        TotalsSum sum = new TotalsSum(carried.currency());
        sum.add(carried);
        return sum;
    }

    /**
     * No default branch, on purpose: a new event must not compile until someone decides what it
     * does to a day. What is carried over is counted in the journal it comes from.
     */
    public void add(Event event) {
        switch (event) {
            case RetailTransaction transaction -> add(transaction);
            case TillOpened opened -> add(opened);
            case CashConfirmed confirmed -> add(confirmed);
            case OverShortFound found -> tally(Tally.APPROVAL, found.approvals().size());
            case TillZCopied _ -> tally(Tally.COPY, 1);
            case CashMovement movement -> {
                cash(
                        movement.amount(),
                        account -> account.moved(movement.kind(), movement.amount()));
                tally(Tally.APPROVAL, movement.approvals().size());
                if (movement.twoSided()) tally(Tally.CASH_GIVEN, 1);
            }
            case TillCounted(var counted) ->
                    counted.forEach(count ->
                            tender(
                                    count.type(),
                                    count.amount().currency(),
                                    account -> account.counting(count.amount())));
            case NoSale noSale -> {
                noSales++;
                tally(Tally.APPROVAL, noSale.approvals().size());
            }
            case StockMoved moved ->
                    moved.lines().forEach(line -> stock.add(moved.kind().flow(), line));
            case StockCounted counted ->
                    counted.lines().forEach(line -> stock.add(StockFlow.COUNTED, line));
            case ShelfPriceChecked check -> tally(Tally.SHELF_PRICE_WRONG, check.isRight() ? 0 : 1);
            case OperatorSession session ->
                    tally(Tally.SIGN_ON, session.kind() == OperatorSession.Kind.SIGN_ON ? 1 : 0);
            case BasketSuspended basket -> tally(Tally.SUSPENDED, 1, basket.total());
            case BasketResumed _ -> tally(Tally.RESUMED, 1);
            case BasketVoided basket -> {
                tally(Tally.BASKET_VOID, 1, basket.total());
                tally(Tally.APPROVAL, basket.details().approvals().size());
            }
            case TrainingTransaction training -> tally(Tally.TRAINING, 1, training.total());
            case ReceiptCopied _ -> tally(Tally.COPY, 1);
            case BusinessDayOpened _,
                    TillDayClosed _,
                    MasterDataAdopted _,
                    StoreDayClosed _,
                    JournalContinued _,
                    EpochGranted _,
                    StoreLogSigned _,
                    Unknown _ -> {}
        }
    }

    /** Adds another till's day. */
    void add(Totals other) {
        transactions = Math.addExact(transactions, other.transactions());
        returns = Math.addExact(returns, other.returns());
        lines = Math.addExact(lines, other.lines());
        noSales = Math.addExact(noSales, other.noSales());
        gross = gross.plus(other.gross());
        returned = returned.plus(other.returned());
        tax = tax.plus(other.tax());
        other.sales().forEach(this::sold);
        other.tallies().forEach(part -> tallies.merge(part.kind(), part, Tally::plus));
        other.stock().forEach(stock::add);
        other.tenders()
                .forEach(part ->
                        tenders.merge(
                                new TenderKey(part.type(), part.currency().code()),
                                part,
                                TenderAccount::plus));
    }

    public Totals totals() {
        return new Totals(
                transactions,
                returns,
                lines,
                noSales,
                gross,
                returned,
                tax,
                new ArrayList<>(tenders.values()),
                new ArrayList<>(sales.values()),
                new ArrayList<>(tallies.values()),
                stock.totals());
    }

    private void add(TillOpened opened) {
        for (Money amount : opened.cashFloat())
            cash(amount, account -> account.moved(CashMovement.Kind.FLOAT_PROVIDED, amount));
        if (!opened.given().isEmpty()) tally(Tally.CASH_GIVEN, 1);
    }

    private void add(CashConfirmed confirmed) {
        tally(confirmed.earlierDay() ? Tally.CASH_CONFIRMED_LATER : Tally.CASH_CONFIRMED, 1);
        if (confirmed.differs()) tally(Tally.CASH_DIFFERS, 1);
    }

    private void add(RetailTransaction transaction) {
        transactions++;
        Money total = transaction.total();
        gross = gross.plus(total);
        if (transaction instanceof GoodsReturned) {
            returns++;
            returned = returned.plus(total);
        }
        boolean postVoided = transaction instanceof PostVoided;
        if (postVoided) tally(Tally.POST_VOID, 1, total.negated());
        for (Line line : transaction.lines()) {
            add(line);
            if (line.details().kind().isGoods()) stock.add(line, postVoided);
        }
        if (!postVoided) outOfTheOrdinary(transaction);
        tally(Tally.APPROVAL, transaction.details().approvals().size());
        for (Tender tender : transaction.tenders())
            tender(tender.type(), tender.amount().currency(), account -> account.tendered(tender));
        if (!transaction.change().isZero())
            cash(transaction.change(), account -> account.gaveChange(transaction.change()));
    }

    /** A post-void undoes a whole receipt and is told by its own tally, not by these. */
    private void outOfTheOrdinary(RetailTransaction transaction) {
        for (Discount discount : transaction.details().discounts())
            tally(Tally.DISCOUNT, 1, discount.amount());
        TransactionDetails.VoidedLines voided = transaction.details().voided();
        if (voided != null) tally(Tally.LINE_VOID, voided.lines(), voided.amount());
        for (Line line : transaction.lines()) {
            LineDetails.PriceOverride override = line.details().override();
            if (override != null) tally(Tally.PRICE_OVERRIDE, 1, tookOff(line, override));
            if (line.quantity().isNegative()) returned(line);
        }
    }

    private Money tookOff(Line line, LineDetails.PriceOverride override) {
        return override.listed().times(line.quantity(), currency).minus(line.undiscounted());
    }

    private void returned(Line line) {
        OriginalLine original = line.original();
        if (original == null) tally(Tally.RETURN_WITHOUT_RECEIPT, 1, line.gross());
        else if (!original.checked()) tally(Tally.RETURN_UNCHECKED, 1, line.gross());
    }

    private void add(Line line) {
        lines++;
        tax = tax.plus(line.taxAmount());
        sold(
                new SalesTotal(
                        line.details().kind(),
                        line.department(),
                        line.tax(),
                        1,
                        line.gross(),
                        line.taxAmount()));
    }

    private void sold(SalesTotal part) {
        sales.merge(
                new SalesKey(part.kind(), part.department(), part.category()),
                part,
                SalesTotal::plus);
    }

    private void tally(String kind, int count) {
        tally(kind, count, Money.zero(currency));
    }

    private void tally(String kind, int count, Money amount) {
        if (count > 0) tallies.merge(kind, new Tally(kind, count, amount), Tally::plus);
    }

    private void cash(Money amount, UnaryOperator<TenderAccount> change) {
        tender(TenderType.CASH, amount.currency(), change);
    }

    private void tender(TenderType type, CurrencyCode own, UnaryOperator<TenderAccount> change) {
        TenderKey key = new TenderKey(type, own.code());
        TenderAccount before = tenders.getOrDefault(key, TenderAccount.empty(type, own, currency));
        tenders.put(key, change.apply(before));
    }
}
