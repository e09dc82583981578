package io.tidemark.fog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.closedown.Authority;
import io.tidemark.fog.closedown.Checks;
import io.tidemark.fog.closedown.CloseDay;
import io.tidemark.fog.closedown.Closing;
import io.tidemark.fog.closedown.Deadline;
import io.tidemark.fog.closedown.OpenDays;
import io.tidemark.fog.closedown.Outcome;
import io.tidemark.fog.closedown.Running;
import io.tidemark.fog.columns.Columns;
import io.tidemark.fog.forks.Forks;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.intake.Epochs;
import io.tidemark.fog.intake.Intake;
import io.tidemark.fog.intake.JournalPlaces;
import io.tidemark.fog.intake.Lanes;
import io.tidemark.fog.ledger.GatewayBaskets;
import io.tidemark.fog.ledger.GatewayCards;
import io.tidemark.fog.ledger.GatewayReturns;
import io.tidemark.fog.ledger.GatewaySchema;
import io.tidemark.fog.question.Doubles;
import io.tidemark.fog.question.StoreReceipts;
import io.tidemark.fog.recover.Archived;
import io.tidemark.fog.store.EarlierLives;
import io.tidemark.fog.store.Prepared;
import io.tidemark.fog.store.StoreCalendar;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.fog.watch.Alerts;
import io.tidemark.fog.watch.Changes;
import io.tidemark.fog.watch.Devices;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.Whose;
import io.tidemark.ledger.masterdata.Exchange;
import io.tidemark.ledger.receive.ReceivedJournal;
import io.tidemark.node.forks.Grants;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.kept.Room;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionPlace;
import io.tidemark.node.writer.SingleWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A gateway's inside on a real disk, without broker and pages; its writer, and the lane of all its
 * devices, are stepped by the test.
 */
public final class LaboratoryGateway implements AutoCloseable {
    private static final long COLUMN_BYTES = 1 << 20;

    public final LaboratoryStore store;
    public final Changes changes = new Changes();
    public final Alerts alerts;
    public final Devices devices;
    public final SingleWriter writer;
    public final SingleWriter lane;
    public final Lanes lanes;
    public final DeviceJournals journals;
    public final Grants grants;
    public final Epochs epochs;
    public final Forks forks;
    public final StoreJournal storeJournal;
    public final Intake intake;
    public final Closing closing;
    public final OpenDays openDays;

    /** Read when a day is closed, after its checklist and before its journals. */
    public final AtomicReference<Supplier<Exchange>> exchange =
            new AtomicReference<>(() -> Exchange.NONE);

    public final Columns columns;
    public final EarlierLives earlier;
    public final StoreCalendar calendar;
    public final Archived archived = new Archived();
    public final List<Throwable> broken = new ArrayList<>();
    public final AtomicLong nanos = new AtomicLong();
    public final Running running = new Running(changes, nanos::get);
    public final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
    private boolean closed;

    private final Path directory;
    private final Clock clock;
    private final List<EarlierLives.Ended> lives;

    /** In the evening of a day. */
    public LaboratoryGateway(LaboratoryStore store, Path directory, LocalDate today) {
        this(
                store,
                directory,
                Clock.fixed(today.atTime(18, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
    }

    public LaboratoryGateway(LaboratoryStore store, Path directory, Clock clock) {
        this(store, directory, clock, List.of());
    }

    /**
     * @param lives that the store's gateway had before this one
     */
    public LaboratoryGateway(
            LaboratoryStore store, Path directory, Clock clock, List<EarlierLives.Ended> lives) {
        this.store = store;
        this.directory = directory;
        this.clock = clock;
        this.lives = lives;
        columns = new Columns(COLUMN_BYTES, store.currency());
        alerts = new Alerts(clock, changes);
        devices = new Devices(clock, changes);
        calendar = new StoreCalendar(store.zone(), 4, clock);
        writer = new SingleWriter(SingleWriter.Limits.usual(), Runnable::run, broken::add);
        lane = new SingleWriter(SingleWriter.Limits.usual(), Runnable::run, broken::add);
        lanes = Lanes.all(lane);
        JournalId self = new JournalId(store.gateway(), 1 + lives.size());
        earlier =
                new EarlierLives(
                        directory.resolve("earlier"),
                        store.journalKey(),
                        store.roster()::verifier,
                        lives);
        journals =
                DeviceJournals.open(
                        store.roster(),
                        new ReceivedJournal.Self(self, store.signer(store.gateway())),
                        store.journalKey(),
                        new JournalPlaces(
                                directory.resolve("journal"),
                                directory.resolve("marks"),
                                directory.resolve("quarantine")));
        storeJournal =
                StoreJournal.open(
                        new StoreJournal.Own(
                                new Whose(
                                        self,
                                        store.journalKey(),
                                        store.roster().verifier(store.gateway())),
                                store.signer(store.gateway()),
                                calendar,
                                earlier,
                                changes::happened),
                        store.currency(),
                        directory.resolve("journal"));
        grants =
                new Grants(
                        directory.resolve("grants"),
                        new KeptFiles(broken::add),
                        Grants.Authority.of(store.roster()));
        epochs = new Epochs(journals, grants, store.roster()::verifier);
        forks = new Forks(journals, grants);
        intake =
                new Intake(
                        lanes, journals, epochs, Room.ENDLESS, devices, alerts, changes::happened);
        closing =
                new Closing(
                        writer,
                        lanes,
                        new Closing.Ledgers(journals, storeJournal, columns),
                        new Checks(journals, new Checks.Around(devices, calendar, forks, archived)),
                        new Closing.Around(alerts, room::get, () -> exchange.get().get()),
                        running);
        openDays = new OpenDays(journals, storeJournal, new Deadline(calendar, Optional.empty()));
    }

    /** Everything the till has recorded arrives. */
    public Answer receives(LaboratoryTill till) {
        long have = journals.of(till.journal()).map(each -> each.received().sequence()).orElse(0L);
        CompletableFuture<Answer> answer =
                intake.batch(till.journal().node(), till.batch(have + 1));
        lane.step();
        return answer.join();
    }

    /**
     * @param without devices that the day is closed without
     */
    public Outcome closes(LocalDate day, String... without) {
        return stepped(closing.close(wish(day, without)));
    }

    public CloseDay wish(LocalDate day, String... without) {
        return wish(day, Optional.of(Authority.ofNamed("Sue", "it is lost")), without);
    }

    public CloseDay wish(LocalDate day, Optional<Authority> authority, String... without) {
        return new CloseDay(
                new CommandId(UUID.randomUUID()),
                day,
                "Ann",
                new TreeSet<>(Set.of(without)),
                authority);
    }

    /** The same, where nothing stands in the way. */
    public StoreDayClosed closed(LocalDate day, String... without) {
        Outcome outcome = closes(day, without);
        assertThat(outcome).isInstanceOf(Outcome.Closed.class);
        return ((Outcome.Closed) outcome).filed().closed();
    }

    /** As no close-down would have made it. */
    public void records(CloseDown.Folded folded) {
        StoreJournal.Asked asked =
                new StoreJournal.Asked(new CommandId(UUID.randomUUID()), 0, "Ann");
        stepped(
                writer.submit(group -> {
                    Prepared ready = storeJournal.prepare(asked, folded, Optional.empty());
                    storeJournal.close((Prepared.Ready) ready, group);
                    return true;
                }));
    }

    /** What follows a close-down: the writer hands the sealing of segments to the lanes. */
    public void seals() {
        writer.step();
        lane.step();
    }

    public <T> T stepped(CompletableFuture<T> decided) {
        lane.step();
        writer.step();
        return decided.join();
    }

    /** Its tables, of all journals that it has at the moment. */
    public Projection tables() {
        return Projection.start(
                new ProjectionPlace(directory.resolve("tables"), new byte[JournalKey.BYTES]),
                new GatewaySchema(),
                journals.all().stream()
                        .map(DeviceJournal::journal)
                        .map(journals.repetitions()::followed)
                        .toList());
    }

    public Doubles doubles(Projection tables) {
        GatewayReturns returns = new GatewayReturns(tables);
        return new Doubles(
                store.gateway().store(),
                new StoreReceipts(store.gateway(), journals, returns),
                returns,
                new GatewayBaskets(tables),
                new GatewayCards(tables));
    }

    /** Stopped, and started again on the same disk. */
    public LaboratoryGateway reopened() {
        close();
        return new LaboratoryGateway(store, directory, clock, lives);
    }

    @Override
    public void close() {
        if (closed) return;
        closed = true;
        journals.close();
        storeJournal.close();
    }
}
