package io.tidemark.cloud.headoffice;

import io.tidemark.cloud.forks.Forks;
import io.tidemark.cloud.ingest.SealedArchive;
import io.tidemark.cloud.ingest.StoreJournals;
import io.tidemark.cloud.ledger.Adoption;
import io.tidemark.cloud.ledger.H2Ledger;
import io.tidemark.cloud.ledger.H2Ledger.Extent;
import io.tidemark.cloud.ledger.H2Transfers;
import io.tidemark.cloud.ledger.StoreZ;
import io.tidemark.cloud.storelogs.LogStanding;
import io.tidemark.cloud.storelogs.StoreLogs;
import io.tidemark.cloud.telemetry.StoreFleet;
import io.tidemark.cloud.transfers.Transfer;
import io.tidemark.cloud.transfers.TransferEnd;
import io.tidemark.cloud.transfers.Transfers;
import io.tidemark.identity.Roster;
import io.tidemark.identity.Roster.StoreFacts;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.seal.LogLife;
import io.tidemark.node.forks.Fork;
import io.tidemark.node.kept.Room;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What pages and API show, put together from the roster, the journals, the tables and the archive.
 */
public final class Overview {
    /** Days side by side on the page. */
    static final int BOARD_DAYS = 14;

    /** Days of one store below one another. */
    static final int STORE_DAYS = 400;

    private final Roster roster;
    private final StoreJournals journals;
    private final H2Ledger ledger;
    private final SealedArchive archive;
    private final Forks forks;
    private final Room room;
    private final Supplier<List<StoreFleet>> fleets;
    private final StoreLogs logs;
    private final H2Transfers transfers;

    /** Where it looks. */
    public record Sources(
            Roster roster,
            StoreJournals journals,
            H2Ledger ledger,
            SealedArchive archive,
            Forks forks,
            Room room,
            Supplier<List<StoreFleet>> fleets,
            StoreLogs logs,
            H2Transfers transfers) {}

    public Overview(Sources sources) {
        this.roster = sources.roster();
        this.journals = sources.journals();
        this.ledger = sources.ledger();
        this.archive = sources.archive();
        this.forks = sources.forks();
        this.room = sources.room();
        this.fleets = sources.fleets();
        this.logs = sources.logs();
        this.transfers = sources.transfers();
    }

    /**
     * What head office holds of a store.
     *
     * @param entries of its journals, on disk here
     * @param masterData what it sells by; empty before it has told
     * @param segments sealed and kept
     */
    public record Holding(
            StoreFacts store,
            int tills,
            long entries,
            Optional<Adoption> masterData,
            int segments,
            long archivedBytes) {}

    /**
     * @param store the label of one, or head office's own
     * @param at empty where the time is not known
     * @param page where a person can see to it
     * @param witness who says it
     */
    public record Alarm(
            String store,
            String kind,
            Optional<OffsetDateTime> at,
            String text,
            Optional<Page.Link> page,
            Witness witness) {
        /** Who says it. */
        enum Witness {
            /** By what it keeps, and by what was brought to it. */
            HEAD_OFFICE,
            /** Of themselves, beside their journals. */
            DEVICES
        }

        /** Of what head office keeps. */
        static Alarm kept(String store, String kind, Optional<OffsetDateTime> at, String text) {
            return new Alarm(store, kind, at, text, Optional.empty(), Witness.HEAD_OFFICE);
        }

        /** Of what devices say: as it was last reported. */
        static Alarm ofDevices(String store, String kind, String text, Page.Link page) {
            return new Alarm(
                    store, kind, Optional.empty(), text, Optional.of(page), Witness.DEVICES);
        }

        public boolean isOfDevices() {
            return witness == Witness.DEVICES;
        }
    }

    Roster roster() {
        return roster;
    }

    Optional<StoreFacts> store(String label) {
        return roster.store(label);
    }

    /** All stores' days up to the last that any store closed. */
    Board board() {
        return board(roster.stores(), BOARD_DAYS);
    }

    /** One store's days, the newest first, those included that it should have filed. */
    List<Board.Cell> daysOf(StoreFacts store) {
        return board(List.of(store), STORE_DAYS).lines().getFirst().cells();
    }

    Board.Cell day(String store, LocalDate day) {
        return filed(day, day).cell(store, day);
    }

    private Board board(List<StoreFacts> stores, int days) {
        Optional<LocalDate> last =
                ledger.extents().stream().map(Extent::last).max(Comparator.naturalOrder());
        LocalDate to = last.orElse(LocalDate.EPOCH);
        LocalDate from = to.minusDays(days - 1L);
        return Board.of(
                stores,
                stores.size() == 1 ? filedBy(stores.getFirst(), from, to) : filed(from, to),
                from,
                to);
    }

    private Board.Filed filed(LocalDate first, LocalDate last) {
        return new Board.Filed(
                ledger.extents(), ledger.daysBetween(first, last), ledger.closedDays(first, last));
    }

    private Board.Filed filedBy(StoreFacts store, LocalDate first, LocalDate last) {
        return new Board.Filed(
                ledger.extents(),
                ledger.daysOf(store.store(), first, last),
                ledger.closedDays(first, last));
    }

    List<StoreZ> storeZs(String store, LocalDate day) {
        return ledger.storeZs(store, day);
    }

    /** Every store's, of all lives of its gateway. */
    List<Journal> journals() {
        return List.copyOf(journals.all());
    }

    List<Holding> holdings() {
        Map<String, Adoption> adoptions =
                ledger.adoptions().stream()
                        .collect(Collectors.toMap(Adoption::store, Function.identity()));
        List<SealedArchive.Kept> kept = archive.contents();
        return roster.stores().stream()
                .sorted(Comparator.comparing(StoreFacts::store))
                .map(store ->
                        holding(store, Optional.ofNullable(adoptions.get(store.store())), kept))
                .toList();
    }

    List<SealedArchive.Kept> archived() {
        return archive.contents();
    }

    /**
     * Forks first: they keep a store's journal from going on. Last what devices say of themselves,
     * which is in no journal.
     */
    List<Alarm> alarms() {
        Stream<Alarm> forked = forks.standing().stream().map(this::alarm);
        Stream<Alarm> raised =
                ledger.alerts().stream()
                        .map(alert ->
                                Alarm.kept(alert.store(), alert.kind(), alert.at(), alert.text()));
        Stream<Alarm> altered = logs.faulty().stream().map(Overview::alarm);
        Stream<Alarm> anew = logs.begunAnew().stream().map(Overview::alarm);
        Stream<Alarm> devices = FleetAlarms.of(fleets.get()).stream();
        Stream<Alarm> astray =
                linked(transfers.endsWithoutLines()).stream().flatMap(Overview::alarm);
        Stream<Alarm> differing = DifferingAlarms.of(fleets.get()).stream();
        return Stream.of(fullDisk(), forked, altered, differing, anew, astray, raised, devices)
                .flatMap(Function.identity())
                .toList();
    }

    /** Goods between stores: what needs a look first. */
    List<Transfer> transfers() {
        return linked(transfers.ends());
    }

    private List<Transfer> linked(List<TransferEnd> ends) {
        return Transfers.linked(ends, store -> roster.store(store).isPresent());
    }

    private static Stream<Alarm> alarm(Transfer transfer) {
        String what =
                "transfer "
                        + transfer.number()
                        + " from "
                        + transfer.from()
                        + " to "
                        + transfer.to();
        return switch (transfer.status()) {
            case NO_SUCH_STORE ->
                    Stream.of(
                            alarm(
                                    transfer,
                                    what
                                            + " went to a place that is no store and that nothing else names: ask which one was meant,"
                                            + " and have the goods taken back in where they are"));
            case RECEIVED_TWICE ->
                    Stream.of(
                            alarm(
                                    transfer,
                                    what
                                            + " was taken in "
                                            + transfer.received().size()
                                            + " times: have the store transfer out what came only once"));
            case NOT_SENT, RECEIVED_OTHERWISE, IN_TRANSIT, RECEIVED -> Stream.empty();
        };
    }

    private static Alarm alarm(Transfer transfer, String text) {
        return new Alarm(
                transfer.received().isEmpty() ? transfer.from() : transfer.to(),
                "transfer-" + transfer.status().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Optional.empty(),
                text,
                Optional.of(new Page.Link("/transfers", "transfers")),
                Alarm.Witness.HEAD_OFFICE);
    }

    /** The store's log of close-downs; empty until it was read. */
    Optional<LogStanding> log(String store) {
        return logs.of(store);
    }

    private static Alarm alarm(LogLife life) {
        return Alarm.kept(
                life.journal().node().store(),
                "log-begun-anew",
                Optional.empty(),
                life.inWords()
                        + ". If nobody replaced this gateway, take its key out of the roster");
    }

    private static Alarm alarm(LogStanding log) {
        return Alarm.kept(
                log.store(),
                "log-differs",
                Optional.empty(),
                "what the gateway signed of its log is not what came here: "
                        + log.faults().getFirst()
                        + (log.faults().size() == 1
                                ? ""
                                : ", and " + (log.faults().size() - 1) + " more")
                        + ". Have the gateway stopped and `./tidemark verify DIR` run there and here");
    }

    /** Those that wait for a decision. */
    List<Fork> forks() {
        return forks.standing();
    }

    Optional<Fork> fork(String id) {
        return forks.of(id);
    }

    /** What was decided about it already. */
    Optional<EpochGrant> decision(Fork fork) {
        return forks.decision(fork);
    }

    private Alarm alarm(Fork fork) {
        return new Alarm(
                fork.journal().node().store(),
                "fork",
                Optional.empty(),
                "two branches of "
                        + fork.id()
                        + " part at entry "
                        + fork.at()
                        + decision(fork)
                                .map(grant ->
                                        "; "
                                                + grant.approver()
                                                + " decided, and its branch has not come yet")
                                .orElse("; nothing more is taken of it until a person has decided"),
                Optional.of(new Page.Link("/forks/" + fork.id(), "See both and decide")),
                Alarm.Witness.HEAD_OFFICE);
    }

    private Stream<Alarm> fullDisk() {
        long usable = room.usableBytes();
        if (usable >= Room.BYTES_MIN) return Stream.of();
        return Stream.of(
                Alarm.kept(
                        NodeName.HEAD_OFFICE_STORE,
                        "no-room",
                        Optional.empty(),
                        (usable >> 20)
                                + " MiB are left on head office's disk: free some space. The stores go on and keep"
                                + " their journals until there is room"));
    }

    private Holding holding(
            StoreFacts store, Optional<Adoption> adoption, List<SealedArchive.Kept> kept) {
        List<SealedArchive.Kept> own =
                kept.stream().filter(segment -> segment.store().equals(store.store())).toList();
        return new Holding(
                store,
                roster.membersOf(store.store()).size() - 1,
                entries(store.store()),
                adoption,
                own.size(),
                own.stream().mapToLong(SealedArchive.Kept::bytes).sum());
    }

    private long entries(String store) {
        return journals.all().stream()
                .filter(journal -> journal.id().node().store().equals(store))
                .map(Journal::forced)
                .mapToLong(head -> head.sequence())
                .sum();
    }
}
