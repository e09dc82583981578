package io.tidemark.edge.record;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.CashConfirmed;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CloseDownAuthorised;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.EpochGranted;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.ExchangeRefused;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.event.MinorUnitsMoved;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.OverShortFound;
import io.tidemark.ledger.event.ReceiptCopied;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.ShelfPriceChecked;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.StoreDayFigures;
import io.tidemark.ledger.event.StoreLogSigned;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.TillZCopied;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.event.Unknown;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What one day at one till can hold, so that its figures always fit: what would not is refused
 * before it is recorded, for once recorded it must be added up.
 */
final class DayLimits {
    /**
     * Departments of one day, each once for every tax category it sold in: a store of tills that
     * share them stays below the kernel's 10,000.
     */
    static final int DEPARTMENTS_MAX = 1_000;

    /** Tenders of one day, in each currency one. */
    static final int TENDERS_MAX = 200;

    private record TenderKey(TenderType type, String currency) {}

    private record SalesKey(LineKind kind, String department, TaxCategory category) {}

    private final Set<SalesKey> departments = new HashSet<>();
    private final Set<TenderKey> tenders = new HashSet<>();
    private final GoodsMoved goods = new GoodsMoved();
    private final TalliedAmounts tallied;
    private long moved;

    DayLimits(CurrencyCode currency) {
        tallied = new TalliedAmounts(currency);
    }

    DayLimits(Carried.Day carried) {
        tallied = new TalliedAmounts(carried.totals());
        moved = carried.moved();
        carried.totals()
                .sales()
                .forEach(part ->
                        departments.add(
                                new SalesKey(part.kind(), part.department(), part.category())));
        carried.totals()
                .stock()
                .forEach(part ->
                        goods.add(
                                Math.absExact(part.thousandths()),
                                Math.absExact(part.cost().minor())));
        carried.totals()
                .tenders()
                .forEach(part -> tenders.add(new TenderKey(part.type(), part.currency().code())));
    }

    /** Why the day cannot hold this too. */
    Optional<String> refusal(Event event) {
        if (movedWith(event) > Limits.DAY_MINOR_MAX)
            return Optional.of(
                    "with this, more than "
                            + Limits.DAY_MINOR_MAX
                            + " minor units would have moved today: check the amount");
        if (grown(departments, departmentsOf(event)) > DEPARTMENTS_MAX)
            return Optional.of(
                    "a day has at most " + DEPARTMENTS_MAX + " departments: check the department");
        if (grown(tenders, tendersOf(event)) > TENDERS_MAX)
            return Optional.of(
                    "a day has at most " + TENDERS_MAX + " kinds of tender: check the tender");
        return goods.refusal(event).or(() -> tallied.refusal(event));
    }

    void add(Event event) {
        goods.add(event);
        tallied.add(event);
        moved = Math.addExact(moved, movedBy(event));
        departments.addAll(departmentsOf(event));
        tenders.addAll(tendersOf(event));
    }

    private long movedWith(Event event) {
        try {
            return Math.addExact(moved, movedBy(event));
        } catch (ArithmeticException beyondSixtyThreeBits) {
            return Long.MAX_VALUE;
        }
    }

    private static <T> int grown(Set<T> known, List<T> more) {
        if (known.containsAll(more)) return known.size();
        Set<T> all = new HashSet<>(known);
        all.addAll(more);
        return all.size();
    }

    /** Minor units that this moves, all counted positive. */
    static long movedBy(Event event) {
        return MinorUnitsMoved.by(event);
    }

    private static List<SalesKey> departmentsOf(Event event) {
        return event instanceof RetailTransaction sale
                ? each(
                        sale.lines(),
                        line -> new SalesKey(line.details().kind(), line.department(), line.tax()))
                : List.of();
    }

    private static List<TenderKey> tendersOf(Event event) {
        return switch (event) {
            case RetailTransaction sale ->
                    each(sale.tenders(), tender -> key(tender.type(), tender.amount()));
            case TillOpened(var floats, var _) -> cash(floats);
            case CashMovement movement -> cash(List.of(movement.amount()));
            case CurrencyExchanged exchange -> cash(List.of(exchange.foreign(), exchange.base()));
            case TillCounted(var counted) -> each(counted, DayLimits::key);
            case OverShortFound found ->
                    each(found.drawers(), each -> key(each.type(), each.counted()));
            case BusinessDayOpened _,
                    NoSale _,
                    TillDayClosed _,
                    MasterDataAdopted _,
                    StoreDayClosed _,
                    StoreDayFigures _,
                    JournalContinued _,
                    EpochGranted _,
                    StoreLogSigned _,
                    OperatorSession _,
                    BasketSuspended _,
                    BasketResumed _,
                    BasketVoided _,
                    TrainingTransaction _,
                    ReceiptCopied _,
                    ExchangeRefused _,
                    StockMoved _,
                    StockCounted _,
                    ShelfPriceChecked _,
                    CashConfirmed _,
                    TillZCopied _,
                    CloseDownAuthorised _,
                    Unknown _ ->
                    List.of();
        };
    }

    private static List<TenderKey> cash(List<Money> amounts) {
        return each(amounts, amount -> key(TenderType.CASH, amount));
    }

    private static <S, T> List<T> each(List<S> all, Function<S, T> of) {
        List<T> found = new ArrayList<>(all.size());
        for (S one : all) found.add(of.apply(one));
        return found;
    }

    private static TenderKey key(CountedTender counted) {
        return key(counted.type(), counted.amount());
    }

    private static TenderKey key(TenderType type, Money amount) {
        return new TenderKey(type, amount.currency().code());
    }
}
