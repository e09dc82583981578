package io.tidemark.lab.bench.day;

import static java.time.ZoneOffset.UTC;

import io.tidemark.fog.closedown.BorneOutNote;
import io.tidemark.fog.closedown.BytesOnDisk;
import io.tidemark.fog.closedown.Checks;
import io.tidemark.fog.closedown.CloseDay;
import io.tidemark.fog.closedown.Closing;
import io.tidemark.fog.closedown.Outcome;
import io.tidemark.fog.closedown.Recomputing;
import io.tidemark.fog.closedown.Running;
import io.tidemark.fog.columns.Columns;
import io.tidemark.fog.forks.Forks;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.intake.JournalPlaces;
import io.tidemark.fog.intake.Lanes;
import io.tidemark.fog.recover.Archived;
import io.tidemark.fog.store.EarlierLives;
import io.tidemark.fog.store.StoreCalendar;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.fog.watch.Alerts;
import io.tidemark.fog.watch.Changes;
import io.tidemark.fog.watch.Devices;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.StoreDayProducts;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Whose;
import io.tidemark.ledger.masterdata.Exchange;
import io.tidemark.ledger.receive.ReceivedJournal;
import io.tidemark.node.forks.Grants;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.kept.Room;
import io.tidemark.node.writer.SingleWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The inside of the shipped gateway over journals that are there: what closes a day, without
 * broker, tables and pages. The same day is closed as often as wanted, each time into a store
 * journal of its own.
 */
public final class MeasuredGateway implements AutoCloseable {
    /** It differs, or the machine is far too slow for anything to be measured. */
    private static final long RECOMPUTED_MINUTES_MAX = 10;

    private final ShopKeys keys;
    private final Path directory;
    private final Roster roster;
    private final Clock clock;
    private final StoreCalendar calendar;
    private final DeviceJournals journals;
    private final Columns columns;

    /**
     * @param columnBytes how much of the day may be in memory
     */
    public MeasuredGateway(ShopKeys keys, Path directory, LocalDate day, long columnBytes) {
        this.keys = keys;
        this.directory = directory;
        this.roster = keys.roster();
        this.clock = Clock.fixed(day.atTime(21, 0).atZone(TillScript.ZONE).toInstant(), UTC);
        this.calendar = new StoreCalendar(TillScript.ZONE, TillScript.CUT_OVER_HOUR, clock);
        this.columns = new Columns(columnBytes, Assortment.CURRENCY);
        this.journals =
                DeviceJournals.open(
                        roster,
                        new ReceivedJournal.Self(
                                keys.gateway(), keys.signer(keys.gateway().node())),
                        keys.journalKey(),
                        new JournalPlaces(
                                journals(directory),
                                directory.resolve("marks"),
                                directory.resolve("quarantine")));
    }

    /** Where the journals of its devices lie. */
    public static Path journals(Path directory) {
        return directory.resolve("journals");
    }

    /**
     * A day closed.
     *
     * @param nanos from the command to the forced answer
     */
    public record Closed(StoreDayClosed result, List<ProductTotal> products, long nanos) {
        /** Of the close-down's bytes, whoever recorded it and when. */
        public String digest() {
            return MeasuredGateway.digest(result);
        }

        /** In the form in which everybody is compared. */
        public Findings findings(Assortment assortment) {
            return ClosedFindings.of(result, products, assortment);
        }
    }

    /** Complete, or it fails. */
    public Closed close(LocalDate day) {
        try (StoreJournal store = store();
                Lanes lanes = Lanes.threads(MeasuredGateway::broke)) {
            SingleWriter writer = writer();
            Closing closing = closing(store, lanes, writer);
            CloseDay wish = wish(day);
            long start = System.nanoTime();
            CompletableFuture<Outcome> outcome = closing.close(wish);
            writer.step();
            long nanos = System.nanoTime() - start;
            StoreDayClosed closed = closed(outcome.join());
            return new Closed(closed, products(store), nanos);
        }
    }

    private static SingleWriter writer() {
        return new SingleWriter(SingleWriter.Limits.usual(), Runnable::run, MeasuredGateway::broke);
    }

    private static CloseDay wish(LocalDate day) {
        return new CloseDay(
                new CommandId(UUID.randomUUID()), day, "bench", new TreeSet<>(), Optional.empty());
    }

    /**
     * Closes the day and computes it a second time from the journals' bytes, as the gateway does
     * before it sends it.
     *
     * @return nanoseconds from the wish for that to its agreement
     */
    public long recomputed(LocalDate day) {
        try (StoreJournal store = store();
                Lanes lanes = Lanes.threads(MeasuredGateway::broke)) {
            SingleWriter writer = writer();
            CompletableFuture<Outcome> outcome = closing(store, lanes, writer).close(wish(day));
            writer.step();
            closed(outcome.join());
            Changes changes = new Changes();
            CompletableFuture<Long> agreed = new CompletableFuture<>();
            try (Recomputing second =
                    new Recomputing(
                            store,
                            journals::all,
                            new BytesOnDisk.Files(
                                    keys.journalKey(),
                                    id ->
                                            FileStorage.toRead(
                                                    journals(directory).resolve(id.label())),
                                    roster::verifier),
                            new Recomputing.Before(
                                    0,
                                    new BorneOutNote(
                                            directory.resolve("marks"),
                                            new KeptFiles(MeasuredGateway::broke),
                                            store.journal())),
                            new Recomputing.Shown(new Alerts(clock, changes), changes))) {
                long start = System.nanoTime();
                second.start(
                        () -> agreed.complete(System.nanoTime() - start),
                        agreed::completeExceptionally);
                return agreed.orTimeout(RECOMPUTED_MINUTES_MAX, TimeUnit.MINUTES).join();
            }
        }
    }

    /** Of the close-down's bytes, whoever recorded it and when. */
    static String digest(StoreDayClosed closed) {
        EventType type = EventType.of(closed).orElseThrow();
        EntryHeader header =
                new EntryHeader(
                        type.code(),
                        type.critical(),
                        null,
                        0,
                        "",
                        "",
                        0,
                        closed.day(),
                        closed.day().atStartOfDay().atOffset(UTC),
                        0,
                        0,
                        1);
        return Hash.digest(EntryCodec.encode(new Entry(header, closed)).event()).hex();
    }

    private static List<ProductTotal> products(StoreJournal store) {
        List<ProductTotal> rows = new ArrayList<>();
        store.journal()
                .replay(
                        1,
                        (_, _, entry) -> {
                            if (EntryCodec.decode(entry).event() instanceof StoreDayProducts part)
                                rows.addAll(part.rows());
                        });
        return rows;
    }

    private static StoreDayClosed closed(Outcome outcome) {
        if (outcome instanceof Outcome.Closed closed && closed.filed().closed().isComplete())
            return closed.filed().closed();
        throw new IllegalStateException("the day was not closed: " + outcome);
    }

    private Closing closing(StoreJournal store, Lanes lanes, SingleWriter writer) {
        Changes changes = new Changes();
        Grants grants =
                new Grants(
                        directory.resolve("grants"),
                        new KeptFiles(MeasuredGateway::broke),
                        Grants.Authority.of(roster));
        return new Closing(
                writer,
                lanes,
                new Closing.Ledgers(journals, store, columns),
                new Checks(
                        journals,
                        new Checks.Around(
                                new Devices(clock, changes),
                                calendar,
                                new Forks(journals, grants),
                                new Archived())),
                new Closing.Around(
                        new Alerts(clock, changes), Room.on(directory), () -> Exchange.NONE),
                new Running(changes, System::nanoTime));
    }

    private StoreJournal store() {
        JournalId self = keys.gateway();
        return StoreJournal.open(
                new StoreJournal.Own(
                        new Whose(self, keys.journalKey(), roster.verifier(self.node())),
                        keys.signer(self.node()),
                        calendar,
                        EarlierLives.none(
                                directory.resolve("earlier"),
                                keys.journalKey(),
                                roster.verifier(self.node())),
                        () -> {}),
                Assortment.CURRENCY,
                fresh());
    }

    private Path fresh() {
        try {
            return Files.createTempDirectory(directory, "store");
        } catch (IOException e) {
            throw new UncheckedIOException("no room for a store journal", e);
        }
    }

    private static void broke(Throwable cause) {
        throw new IllegalStateException("a force failed", cause);
    }

    @Override
    public void close() {
        journals.close();
    }
}
