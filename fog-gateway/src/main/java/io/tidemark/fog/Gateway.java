package io.tidemark.fog;

import io.tidemark.fog.broker.Broker;
import io.tidemark.fog.closedown.Checks;
import io.tidemark.fog.closedown.Closing;
import io.tidemark.fog.closedown.Deadline;
import io.tidemark.fog.closedown.OpenDays;
import io.tidemark.fog.closedown.Running;
import io.tidemark.fog.dashboard.DoublesAlerts;
import io.tidemark.fog.dashboard.ExchangeView;
import io.tidemark.fog.dashboard.ExchangeWatch;
import io.tidemark.fog.dashboard.Laboratory;
import io.tidemark.fog.dashboard.ProofView;
import io.tidemark.fog.dashboard.StockView;
import io.tidemark.fog.dashboard.StoreView;
import io.tidemark.fog.export.DayExports;
import io.tidemark.fog.intake.Lanes;
import io.tidemark.fog.ledger.GatewayBaskets;
import io.tidemark.fog.ledger.GatewayCards;
import io.tidemark.fog.ledger.GatewayExchange;
import io.tidemark.fog.ledger.GatewayLedger;
import io.tidemark.fog.ledger.GatewayPeople;
import io.tidemark.fog.ledger.GatewayReturns;
import io.tidemark.fog.ledger.GatewayTransfers;
import io.tidemark.fog.ledger.ReceiptSearch;
import io.tidemark.fog.ledger.StockTables;
import io.tidemark.fog.masterdata.MasterDataFiles;
import io.tidemark.fog.people.Supervisors;
import io.tidemark.fog.question.Doubles;
import io.tidemark.fog.question.StoreReceipts;
import io.tidemark.fog.stock.ArticleNames;
import io.tidemark.fog.telemetry.Fleet;
import io.tidemark.node.command.ProgramVersion;
import io.tidemark.node.home.NodeStart;
import io.tidemark.node.home.Opened;
import io.tidemark.node.home.Ports;
import io.tidemark.node.home.RunningNode;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.people.AttemptsFile;
import io.tidemark.node.people.PinCheck;
import io.tidemark.node.web.LoopbackServer;
import io.tidemark.node.writer.SingleWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A gateway, up. Opened from the inside out: journals are checked before anyone can speak to it,
 * and the broker, through which tills come, is last.
 */
final class Gateway implements RunningNode {
    private final Opened opened = new Opened();
    private final NodeStart start;
    private final Ground ground;
    private final Running running;
    private @Nullable Ports ports;

    private Gateway(NodeStart start) {
        this.start = start;
        this.ground = new Ground(start);
        this.running = new Running(ground.changes, System::nanoTime);
    }

    /** Whatever fails on the way closes what was opened before it. */
    static Gateway start(NodeStart start) throws IOException {
        Gateway gateway = new Gateway(start);
        try {
            gateway.open();
            return gateway;
        } catch (IOException | RuntimeException | Error e) {
            gateway.close();
            throw e;
        }
    }

    @Override
    public Ports ports() {
        if (ports == null) throw new IllegalStateException("the gateway is not up yet");
        return ports;
    }

    @Override
    public void close() {
        opened.close();
    }

    private void open() throws IOException {
        Ledgers ledgers = Ledgers.open(ground, opened);
        SingleWriter writer = opened.and(writer());
        Lanes lanes = opened.and(Lanes.threads(start.halting()::halt));
        Upward.Inside inside = new Upward.Inside(writer, lanes, new ToDevices());
        Upward.Open upward = Upward.open(ground, ledgers, inside, opened);
        Closing closing = closing(ledgers, inside, upward.masterData());
        Fleet fleet = Wellbeing.open(new Wellbeing.Of(ground, ledgers, upward, running), opened);
        LoopbackServer pages = opened.and(pages(closing, ledgers, upward, fleet));
        Broker broker = new Downward(ground, ledgers, inside, upward, fleet).open(opened);
        ports = Ports.http(pages.port()).withMqtt(broker.port());
    }

    private SingleWriter writer() {
        ExecutorService answers = opened.and(Executors.newSingleThreadExecutor());
        return new SingleWriter(SingleWriter.Limits.usual(), answers, start.halting()::halt)
                .start("gateway-writer");
    }

    private Closing closing(Ledgers ledgers, Upward.Inside inside, MasterDataFiles masterData) {
        Checks checks =
                new Checks(
                        ledgers.journals(),
                        new Checks.Around(
                                ground.devices, ground.calendar, ledgers.forks(), ground.archived));
        return new Closing(
                inside.writer(),
                inside.lanes(),
                new Closing.Ledgers(
                        ledgers.journals(), ledgers.store(), ledgers.columns().columns()),
                checks,
                new Closing.Around(ground.alerts, ground.room, masterData::exchange),
                running);
    }

    private LoopbackServer pages(
            Closing closing, Ledgers ledgers, Upward.Open upward, Fleet fleet) {
        StockTables stock = new StockTables(ledgers.projection());
        ArticleNames names = new ArticleNames(upward.masterData(), stock::asSold);
        GatewayTransfers transfers = new GatewayTransfers(ledgers.projection());
        Doubles doubles = doubles(ledgers);
        ExchangeWatch watch =
                new ExchangeWatch(
                        new GatewayExchange(ledgers.projection()),
                        ledgers.store()::state,
                        upward.masterData()::exchange,
                        ground.facts.currency());
        StoreView view =
                new StoreView(
                        ground.identity.name(),
                        ground.facts,
                        ground.calendar,
                        new StoreView.Sources(
                                closing,
                                new OpenDays(
                                        ledgers.journals(),
                                        ledgers.store(),
                                        new Deadline(ground.calendar, start.settings().closeBy())),
                                running,
                                upward.recomputing(),
                                ledgers.store(),
                                new GatewayLedger(ledgers.projection()),
                                stock,
                                ground.alerts,
                                upward.forwarding()::state,
                                ledgers.forks(),
                                fleet,
                                new DoublesAlerts(
                                        doubles,
                                        transfers,
                                        ground.calendar.clock(),
                                        System::nanoTime),
                                names,
                                watch));
        return LoopbackServer.start(
                start.httpPort(),
                Map.of(
                        "micronaut.application.name",
                        "tidemark-gateway",
                        LoopbackServer.API,
                        "gateway"),
                view,
                new StockView(
                        ledgers.stock(),
                        names,
                        stock,
                        view,
                        () -> ledgers.store().state().history().stock()),
                new ExchangeView(
                        new GatewayExchange(ledgers.projection()),
                        watch,
                        upward.masterData()::exchange,
                        view),
                closing,
                supervisors(ledgers, upward),
                ground.changes,
                fleet,
                doubles,
                transfers,
                proofs(ledgers, upward),
                new GatewayPeople(ledgers.projection()),
                new ReceiptSearch(ledgers.projection()),
                exports(ledgers, upward),
                new Laboratory(ground.roster.laboratory()));
    }

    private Supervisors supervisors(Ledgers ledgers, Upward.Open upward) {
        return new Supervisors(
                () ->
                        ledgers.store().state().masterDataVersion() == 0
                                ? Optional.of(List.of())
                                : upward.masterData().operators(),
                new PinCheck(
                        new AttemptsFile(start.home().directory(), new KeptFiles(start.halting())),
                        System::nanoTime));
    }

    private DayExports exports(Ledgers ledgers, Upward.Open upward) {
        return new DayExports(
                ground.identity.name(),
                ground.facts,
                new DayExports.Journals(ledgers.journals(), ledgers.store()),
                ground.calendar,
                ProgramVersion.version(),
                upward.masterData()::business,
                ground.roster.laboratory());
    }

    private ProofView proofs(Ledgers ledgers, Upward.Open upward) {
        return new ProofView(
                new ProofView.Signed(
                        ground.identity.name(),
                        ground.roster
                                .member(ground.identity.name())
                                .orElseThrow()
                                .signingPublicKey()),
                ledgers.store(),
                ledgers.journals()::all,
                upward.recomputing());
    }

    private Doubles doubles(Ledgers ledgers) {
        GatewayReturns returns = new GatewayReturns(ledgers.projection());
        return new Doubles(
                ground.identity.name().store(),
                new StoreReceipts(ground.identity.name(), ledgers.journals(), returns),
                returns,
                new GatewayBaskets(ledgers.projection()),
                new GatewayCards(ledgers.projection()));
    }
}
