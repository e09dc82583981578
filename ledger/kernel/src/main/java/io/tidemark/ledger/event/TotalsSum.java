package io.tidemark.ledger.event;

import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Adds a day up, entry by entry. The same code makes a till's X report, its till Z and, over all
 * tills, the store's close-down. Not safe for use by several threads.
 */
public final class TotalsSum {
    /**
     * What a drawer held at its till Zs so far.
     *
     * @param reached what this sum expected in it by then
     * @param counted whether anybody counted it for a till Z in this sum
     */
    private record HandedIn(Money amount, Money reached, boolean counted) {}

    private final CurrencyCode currency;
    private long transactions;
    private long returns;
    private long lines;
    private long noSales;
    private Money gross;
    private Money returned;
    private Money tax;
    private final SortedMap<TenderAccount.Key, TenderAccount> tenders = new TreeMap<>();
    private final Map<TenderAccount.Key, HandedIn> handedIn = new HashMap<>();
    private final Set<TenderAccount.Key> countedSince = new HashSet<>();
    private final Map<TenderAccount.Key, Money> expectedAtCount = new HashMap<>();
    private final SalesSum sales;
    private final TallySum tallies;
    private final StockSum stock;
    private final SortedMap<String, ExchangeTotal> exchange = new TreeMap<>();

    public TotalsSum(CurrencyCode currency) {
        this.currency = currency;
        gross = Money.zero(currency);
        returned = gross;
        tax = gross;
        sales = new SalesSum(currency);
        tallies = new TallySum(currency);
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
        tallies.add(event);
        switch (event) {
            case RetailTransaction transaction -> add(transaction);
            case TillOpened(var cashFloat, _) ->
                    cashFloat.forEach(amount ->
                            cash(
                                    amount,
                                    account ->
                                            account.moved(
                                                    CashMovement.Kind.FLOAT_PROVIDED, amount)));
            case CashMovement movement -> add(movement);
            case TillCounted(var counted) -> counted.forEach(this::count);
            case TillDayClosed closed -> closed.totals().tenders().forEach(this::handIn);
            case CurrencyExchanged exchange -> add(exchange);
            case NoSale _ -> noSales++;
            case StockMoved moved ->
                    moved.lines().forEach(line -> stock.add(moved.kind().flow(), line));
            case StockCounted counted ->
                    counted.lines().forEach(line -> stock.add(StockFlow.COUNTED, line));
            case BusinessDayOpened _,
                    CashConfirmed _,
                    OverShortFound _,
                    TillZCopied _,
                    ShelfPriceChecked _,
                    OperatorSession _,
                    BasketSuspended _,
                    BasketResumed _,
                    BasketVoided _,
                    TrainingTransaction _,
                    ReceiptCopied _,
                    ExchangeRefused _,
                    MasterDataAdopted _,
                    StoreDayClosed _,
                    StoreDayFigures _,
                    JournalContinued _,
                    EpochGranted _,
                    StoreLogSigned _,
                    CloseDownAuthorised _,
                    Unknown _ -> {}
        }
    }

    /** Adds another till's day, or a part of this one that was added up elsewhere. */
    public void add(Totals other) {
        transactions = Math.addExact(transactions, other.transactions());
        returns = Math.addExact(returns, other.returns());
        lines = Math.addExact(lines, other.lines());
        noSales = Math.addExact(noSales, other.noSales());
        gross = gross.plus(other.gross());
        returned = returned.plus(other.returned());
        tax = tax.plus(other.tax());
        other.sales().forEach(sales::add);
        tallies.add(other.tallies());
        other.stock().forEach(stock::add);
        other.exchange().forEach(this::exchanged);
        other.tenders().forEach(part -> tenders.merge(part.key(), part, TenderAccount::plus));
    }

    public Totals totals() {
        return totals(true);
    }

    /**
     * The same of a day that its till has not ended: a count settles a drawer only where nothing
     * moved in it since. What moved after it nobody has counted, and it is neither over nor short.
     */
    public Totals unsettled() {
        return totals(false);
    }

    private Totals totals(boolean isOver) {
        return new Totals(
                transactions,
                returns,
                lines,
                noSales,
                gross,
                returned,
                tax,
                accounts(isOver),
                sales.totals(),
                tallies.tallies(),
                stock.totals(),
                new ArrayList<>(exchange.values()));
    }

    /**
     * A till Z of the same day that an earlier close-down took in: what its drawers held was handed
     * in with it, and what is counted from then on is added to that.
     */
    public void handedInBefore(Totals ofZ) {
        ofZ.tenders().forEach(this::handIn);
    }

    /**
     * What was counted of it, here or in a journal that this one goes on from, else what should be
     * there. Where the day is opened again the drawer begins empty.
     */
    private void handIn(TenderAccount ofZ) {
        TenderAccount.Key key = ofZ.key();
        HandedIn before = handedIn.get(key);
        TenderAccount own =
                tenders.getOrDefault(
                        key, TenderAccount.empty(ofZ.type(), ofZ.currency(), currency));
        Money counted = countedSince.remove(key) ? own.counted() : null;
        Money held = before == null ? ofZ.handedIn() : before.amount().plus(ofZ.handedIn());
        handedIn.put(
                key,
                new HandedIn(
                        counted == null ? held : counted,
                        own.expected(),
                        counted != null || (before != null && before.counted())));
    }

    /** A drawer's later count takes the place of an earlier one since the last till Z. */
    private void count(CountedTender count) {
        TenderAccount.Key key = new TenderAccount.Key(count.type(), count.amount().currency());
        HandedIn before = handedIn.get(key);
        Money all = before == null ? count.amount() : before.amount().plus(count.amount());
        tender(count.type(), count.amount().currency(), account -> account.counting(all));
        countedSince.add(key);
        expectedAtCount.put(key, Objects.requireNonNull(tenders.get(key)).expected());
    }

    /** Where nobody has counted since a till Z, what came since counts as it is expected. */
    private TenderAccount told(TenderAccount.Key key, TenderAccount account, boolean isOver) {
        boolean isCounted = countedSince.contains(key);
        if (isCounted && (isOver || account.expected().equals(expectedAtCount.get(key))))
            return account;
        HandedIn before = handedIn.get(key);
        if (before != null && before.counted())
            return account.counting(
                    before.amount().plus(account.expected()).minus(before.reached()));
        return isCounted ? account.counting(null) : account;
    }

    private List<TenderAccount> accounts(boolean isOver) {
        List<TenderAccount> accounts = new ArrayList<>();
        tenders.forEach((key, account) -> accounts.add(told(key, account, isOver)));
        return accounts;
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
        for (Line line : transaction.lines()) {
            add(line);
            if (line.details().kind().isGoods()) stock.add(line, postVoided);
        }
        for (Tender tender : transaction.tenders())
            tender(tender.type(), tender.amount().currency(), account -> account.tendered(tender));
        if (!transaction.change().isZero())
            cash(transaction.change(), account -> account.gaveChange(transaction.change()));
    }

    private void add(CashMovement movement) {
        cash(movement.amount(), account -> account.moved(movement.kind(), movement.amount()));
        Money cost = movement.cost();
        // A cost in another currency than the store's says nothing here.
        if (cost != null && cost.currency().equals(currency))
            exchanged(ExchangeTotal.brought(movement.amount(), cost));
    }

    private void add(CurrencyExchanged event) {
        cash(event.foreign(), account -> account.exchanging(event.foreign()));
        cash(event.drawerBase(), account -> account.exchanging(event.drawerBase()));
        exchanged(ExchangeTotal.of(event));
    }

    private void exchanged(ExchangeTotal part) {
        exchange.merge(part.currency().code(), part, ExchangeTotal::plus);
    }

    private void add(Line line) {
        lines++;
        tax = tax.plus(line.taxAmount());
        sales.add(line);
    }

    private void cash(Money amount, UnaryOperator<TenderAccount> change) {
        tender(TenderType.CASH, amount.currency(), change);
    }

    private void tender(TenderType type, CurrencyCode own, UnaryOperator<TenderAccount> change) {
        TenderAccount.Key key = new TenderAccount.Key(type, own);
        TenderAccount before = tenders.getOrDefault(key, TenderAccount.empty(type, own, currency));
        tenders.put(key, change.apply(before));
    }
}
