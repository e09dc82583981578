package io.tidemark.ledger.closedown;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.MissingDevice;
import io.tidemark.ledger.event.ProductTable;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.StockOfDay;
import io.tidemark.ledger.event.StockValues;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.StoreDayFigures;
import io.tidemark.ledger.event.StoreDayProducts;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.merkle.JoinedLeaves;
import io.tidemark.ledger.merkle.RunningTree;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.stock.StockFlows;
import io.tidemark.ledger.stock.StockStanding;
import io.tidemark.ledger.stock.StockValuation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a store's day together from its devices'. Pure: same inputs, same bytes. */
public final class CloseDown {
    /**
     * Which rules this fold follows; it rises when they change, and old close-downs keep theirs.
     */
    public static final int RULES_VERSION = 4;

    /** From then on a journal that another goes on from is named where it ends short. */
    private static final int RULES_NAMING_ENDED = 2;

    /** From then on details are told, and grand totals only grow. */
    private static final int RULES_WITH_DETAILS = 4;

    /** From then on a day that is opened again after its till Z begins with an empty drawer. */
    static final int RULES_HANDING_IN = 4;

    private static final Comparator<DeviceDayFold> ORDER =
            Comparator.comparing((DeviceDayFold fold) -> fold.journal().node().device())
                    .thenComparingInt(fold -> fold.journal().epoch());

    private CloseDown() {}

    /**
     * What a day comes to.
     *
     * @param figures to be recorded before it, in this order: none by rules that had none
     * @param stock where it leaves the store's goods
     */
    public record Folded(
            StoreDayClosed closed, List<StoreDayFigures> figures, StockStanding stock) {
        public Folded {
            figures = List.copyOf(figures);
        }

        /** The articles' figures. */
        public List<StoreDayProducts> products() {
            return figures.stream()
                    .filter(StoreDayProducts.class::isInstance)
                    .map(StoreDayProducts.class::cast)
                    .toList();
        }
    }

    /**
     * The store Z of the day, or its next supplement where the history has the day already.
     *
     * @param devices one fold for every journal received, of the devices enrolled now and of those
     *     they replaced, in all their epochs, fed with the whole journal or at least told how it
     *     {@linkplain DeviceDayFold#begins begins}; each must have been made with {@link
     *     StoreHistory#takenUpTo} of this history
     * @param masterDataVersion the store's at the time of closing
     */
    public static Folded fold(
            LocalDate day,
            StoreHistory history,
            List<DeviceDayFold> devices,
            long masterDataVersion) {
        return fold(day, history, devices, new MasterFacts(masterDataVersion, Map.of()));
    }

    /** The same of a store that may have positions in foreign currencies. */
    public static Folded fold(
            LocalDate day, StoreHistory history, List<DeviceDayFold> devices, MasterFacts facts) {
        return fold(new By(day, RULES_VERSION, facts), history, devices);
    }

    /**
     * What a close-down takes from the master data.
     *
     * @param version at the time of closing
     * @param quoted by currency, of those that the store exchanges
     */
    public record MasterFacts(long version, Map<CurrencyCode, Quoted> quoted) {
        public MasterFacts {
            quoted = Map.copyOf(quoted);
        }
    }

    /**
     * What the master data say of a currency.
     *
     * @param mid the day's middle rate, by which a position is valued; null where none is known
     * @param limit of the whole store, in the currency itself; zero: none
     */
    public record Quoted(@Nullable ExchangeRate mid, Money limit) {}

    /** The same again, by the rules of then. */
    public static Folded again(
            StoreDayClosed signed, StoreHistory history, List<DeviceDayFold> devices) {
        return fold(
                new By(
                        signed.day(),
                        signed.rulesVersion(),
                        new MasterFacts(signed.masterDataVersion(), ExchangeFold.quoted(signed))),
                history,
                devices);
    }

    private record By(LocalDate day, int rules, MasterFacts master) {}

    private static Folded fold(By by, StoreHistory history, List<DeviceDayFold> devices) {
        LocalDate day = by.day();
        List<DeviceDayFold> ordered = devices.stream().sorted(ORDER).toList();
        Workstations workstations = new Workstations(day, history, devices);
        List<TillDay> tills = tills(by, history, ordered, workstations);
        StoreDayClosed plain = plain(by, history, tills, without(by, ordered, workstations));
        return by.rules() < RULES_WITH_DETAILS
                ? new Folded(plain, List.of(), history.stock())
                : detailed(plain, history, ordered, by.master().quoted());
    }

    private static List<TillDay> tills(
            By by, StoreHistory history, List<DeviceDayFold> ordered, Workstations workstations) {
        Map<JournalId, TillDay> own = new LinkedHashMap<>();
        ordered.parallelStream()
                .filter(workstations::hasPart)
                .map(fold -> Map.entry(fold.journal(), fold.result()))
                .forEachOrdered(each -> own.put(each.getKey(), each.getValue()));
        if (by.rules() < RULES_HANDING_IN) return List.copyOf(own.values());
        HandedOn handedOn = new HandedOn(by.day(), history, workstations, own);
        return own.keySet().stream().map(handedOn::told).toList();
    }

    /** As the rules without details have it. */
    private static StoreDayClosed plain(
            By by, StoreHistory history, List<TillDay> tills, List<MissingDevice> without) {
        Totals totals =
                Totals.sum(history.currency(), tills.stream().map(TillDay::totals).toList());
        return new StoreDayClosed(
                by.day(),
                history.zNumberFor(by.day()),
                history.of(by.day()).size(),
                by.rules(),
                by.master().version(),
                without,
                tills,
                totals,
                history.grand().and(totals));
    }

    private static Folded detailed(
            StoreDayClosed plain,
            StoreHistory history,
            List<DeviceDayFold> ordered,
            Map<CurrencyCode, Quoted> quoted) {
        DetailsSum sum = new DetailsSum(plain.day(), history.currency());
        for (DeviceDayFold fold : ordered) sum.add(fold.details());
        RunningTree tree =
                JoinedLeaves.tree(ordered.stream().map(fold -> fold.details().leaves()).toList());
        List<ProductTotal> products = sum.products();
        Stock stock = stock(plain, history, ordered, products);
        DayDetails details =
                new DayDetails(
                        sum.charged(),
                        sum.refunded(),
                        sum.cashiers(),
                        sum.hours(),
                        sum.baskets().statistics(history.currency()),
                        ProductTable.of(products),
                        tree.size(),
                        tree.root(),
                        new ExchangeFold(history.currency(), quoted).after(history, plain),
                        stock.values());
        List<StoreDayFigures> figures = new ArrayList<>(stock.figures());
        figures.addAll(products(plain, history.currency(), products));
        StoreDayClosed whole = plain.with(details, history.grand().and(details));
        return new Folded(WithinEntry.of(whole), figures, stock.left());
    }

    private record Stock(
            @Nullable StockValues values, List<StoreDayFigures> figures, StockStanding left) {}

    private static Stock stock(
            StoreDayClosed plain,
            StoreHistory history,
            List<DeviceDayFold> ordered,
            List<ProductTotal> products) {
        StockFold fold = new StockFold(plain.day(), history, ordered);
        List<StockOfDay> rows = fold.rows();
        StockStanding before = history.stock();
        StockValuation.Valued valued = StockValuation.of(before, plain.day(), products, rows);
        StockStanding left = valued.after();
        if (left.items().isEmpty()) return new Stock(null, List.of(), left);
        List<StoreDayFigures> figures = fold.figures(plain.supplement(), rows);
        StockValues.Counts counts =
                new StockValues.Counts(
                        left.items().size(), left.negative(), fold.counted(), fold.late());
        return new Stock(
                valued.flows()
                        .values(
                                history.currency(),
                                new StockFlows.Ends(before.cost(), left.cost()),
                                counts,
                                StockValues.Figures.of(figures)),
                figures,
                left);
    }

    private static List<StoreDayProducts> products(
            StoreDayClosed closed, CurrencyCode currency, List<ProductTotal> rows) {
        List<StoreDayProducts> parts = new ArrayList<>();
        for (List<ProductTotal> part : ProductTable.parts(rows))
            parts.add(
                    new StoreDayProducts(
                            closed.day(), closed.supplement(), parts.size() + 1, currency, part));
        return parts;
    }

    private static List<MissingDevice> without(
            By by, List<DeviceDayFold> ordered, Workstations workstations) {
        Stream<MissingDevice> waitedFor =
                ordered.stream()
                        .filter(workstations::isWaitedFor)
                        .map(fold -> workstations.missing(fold.journal()));
        Stream<MissingDevice> ended =
                by.rules() < RULES_NAMING_ENDED ? Stream.of() : workstations.endingShort();
        return Stream.concat(waitedFor, ended)
                .distinct()
                .sorted(
                        Comparator.comparing(MissingDevice::device)
                                .thenComparingInt(MissingDevice::epoch))
                .toList();
    }
}
