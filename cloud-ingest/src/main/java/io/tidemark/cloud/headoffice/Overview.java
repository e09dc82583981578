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
import io.tidemark.cloud.transfers.Transfers;
import io.tidemark.identity.Roster;
import io.tidemark.identity.Roster.StoreFacts;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.node.forks.Fork;
import io.tidemark.node.kept.Room;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
    private final Alarms alarms;
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
        this.alarms = new Alarms(sources);
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

    List<Alarm> alarms() {
        return alarms.all();
    }

    /** Goods between stores: what needs a look first. */
    List<Transfer> transfers() {
        return Transfers.linked(transfers.ends(), store -> roster.store(store).isPresent());
    }

    /** The store's log of close-downs; empty until it was read. */
    Optional<LogStanding> log(String store) {
        return logs.of(store);
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
