package io.tidemark.fog.dashboard;

import io.tidemark.fog.closedown.Checklist;
import io.tidemark.fog.closedown.Closing;
import io.tidemark.fog.closedown.DeviceCheck;
import io.tidemark.fog.closedown.OpenDays;
import io.tidemark.fog.closedown.Recomputing;
import io.tidemark.fog.closedown.Running;
import io.tidemark.fog.closedown.Sealing;
import io.tidemark.fog.forks.Forks;
import io.tidemark.fog.forward.LinkState;
import io.tidemark.fog.ledger.GatewayLedger;
import io.tidemark.fog.ledger.StockTables;
import io.tidemark.fog.stock.ArticleNames;
import io.tidemark.fog.store.StoreCalendar;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.fog.store.StoreState;
import io.tidemark.fog.store.StoreZs;
import io.tidemark.fog.telemetry.Fleet;
import io.tidemark.fog.watch.Alert;
import io.tidemark.fog.watch.Alerts;
import io.tidemark.identity.Role;
import io.tidemark.identity.Roster.StoreFacts;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.node.forks.Fork;
import io.tidemark.node.paper.Articles;
import io.tidemark.node.paper.PrintedZ;
import io.tidemark.node.projection.ProjectionUnavailable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the other packages know of the store, gathered for people. Safe for use by several threads.
 */
public final class StoreView {
    private final NodeName gateway;
    private final StoreFacts facts;
    private final StoreCalendar calendar;
    private final Closing closing;
    private final OpenDays openDays;
    private final Running running;
    private final Recomputing recomputing;
    private final StoreJournal store;
    private final GatewayLedger ledger;
    private final StockTables stock;
    private final StandingAlerts alerts;
    private final Supplier<LinkState> link;
    private final Forks forks;
    private final Fleet fleet;
    private final ArticleNames names;

    /** Where it is gathered from. */
    public record Sources(
            Closing closing,
            OpenDays openDays,
            Running running,
            Recomputing recomputing,
            StoreJournal store,
            GatewayLedger ledger,
            StockTables stock,
            Alerts alerts,
            Supplier<LinkState> link,
            Forks forks,
            Fleet fleet,
            DoublesAlerts doubles,
            ArticleNames names,
            ExchangeWatch exchange) {}

    public StoreView(NodeName gateway, StoreFacts facts, StoreCalendar calendar, Sources sources) {
        this.gateway = gateway;
        this.facts = facts;
        this.calendar = calendar;
        this.closing = sources.closing();
        this.openDays = sources.openDays();
        this.running = sources.running();
        this.recomputing = sources.recomputing();
        this.store = sources.store();
        this.ledger = sources.ledger();
        this.stock = sources.stock();
        this.alerts = new StandingAlerts(sources, calendar);
        this.link = sources.link();
        this.forks = sources.forks();
        this.fleet = sources.fleet();
        this.names = sources.names();
    }

    NodeName gateway() {
        return gateway;
    }

    StoreFacts facts() {
        return facts;
    }

    StoreCalendar calendar() {
        return calendar;
    }

    LocalDate today() {
        return calendar.today();
    }

    long masterDataVersion() {
        return store.state().masterDataVersion();
    }

    LinkState link() {
        return link.get();
    }

    List<Fork> forks() {
        return forks.standing();
    }

    Optional<Fork> fork(String id) {
        return forks.of(id);
    }

    /** What was decided about a fork, if anything was. */
    Optional<Forks.Decision> decision(Fork fork) {
        return forks.decision(fork);
    }

    /** The page of a device's fork, where there is one. */
    Optional<String> forkOf(String device) {
        return forks.idOf(device).map(Address::fork);
    }

    Checklist checklist(LocalDate day) {
        return closing.checklist(day);
    }

    List<DeviceCheck> devices() {
        return checklist(today()).tills();
    }

    /** For how long the day's close-down has been made; empty while none is. */
    Optional<Duration> elapsed(LocalDate day) {
        return running.elapsed(day);
    }

    /** How far the close-down's second computation is; empty of one of an earlier run. */
    Optional<Sealing> sealing(StoreDayClosed closed) {
        return recomputing.of(closed);
    }

    /** The closed days up to this one. */
    List<Board.EarlierRow> earlier(LocalDate day) {
        StoreState state = store.state();
        return new EarlierDays(state.history().closed(), closed -> about(closed, state)).upTo(day);
    }

    /** Every store Z and supplement, in the order in which they were made. */
    List<ClosingTold> closings() {
        StoreState state = store.state();
        return state.history().closed().stream()
                .map(closed -> ClosingTold.of(closed, about(closed, state)))
                .toList();
    }

    private EarlierDays.About about(StoreDayClosed closed, StoreState state) {
        return new EarlierDays.About(
                state.filed(closed).map(filed -> filed.header().at()),
                running.took(closed.day(), closed.supplement()));
    }

    /** By when the day should be closed, on the shop's wall. */
    OffsetDateTime due(LocalDate day) {
        return calendar.at(openDays.due(day));
    }

    /** Whether it should have been closed by now. */
    boolean isPastDue(LocalDate day) {
        return !calendar.clock().instant().isBefore(openDays.due(day));
    }

    /** The store Z of the day and its supplements, in order, without their articles. */
    List<PrintedZ> printed(LocalDate day) {
        return new StoreZs(store.state(), _ -> List.of()).of(day);
    }

    /** The same with their articles, which are read from the disk. */
    List<PrintedZ> printedWhole(LocalDate day) {
        return new StoreZs(store.state(), store::products).of(day);
    }

    /** One of them, which has just been recorded. */
    PrintedZ printed(StoreDayClosed closed) {
        return printed(closed.day()).stream()
                .filter(each -> each.closed().equals(closed))
                .findFirst()
                .orElseThrow();
    }

    /** What articles are called; by their codes alone while the tables are being built. */
    Articles.Names names() {
        return new Articles.Names() {
            @Override
            public Map<String, String> of(Set<String> plus) {
                return readable(() -> names.of(plus)).orElse(Map.of());
            }

            @Override
            public String source() {
                return "master data " + names.version();
            }
        };
    }

    /** Empty while the tables are being built; the ledger is not affected. */
    Optional<List<GatewayLedger.Hour>> takings(LocalDate day) {
        return readable(() -> ledger.takings(day));
    }

    /** Empty while the tables are being built; the ledger is not affected. */
    Optional<List<GatewayLedger.DeviceTakings>> byDevice(LocalDate day) {
        return readable(() -> ledger.byDevice(day));
    }

    /** Nothing while the tables are being built; the ledger is not affected. */
    List<StockTables.Flow> goods(LocalDate day) {
        return readable(() -> stock.flows(day)).orElse(List.of());
    }

    GatewayLedger ledger() {
        return ledger;
    }

    /** Labels of those that sell nothing. */
    Set<String> handhelds() {
        return fleet.members(Role.HANDHELD);
    }

    List<Alert> alerts() {
        return alerts.all();
    }

    static <T> Optional<T> readable(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (ProjectionUnavailable e) {
            return Optional.empty();
        }
    }
}
