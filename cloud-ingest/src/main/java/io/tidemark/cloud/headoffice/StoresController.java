package io.tidemark.cloud.headoffice;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.cloud.storelogs.LogStanding;
import io.tidemark.identity.Roster.StoreFacts;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.LogHead;
import io.tidemark.ledger.seal.LogLife;
import io.tidemark.node.web.Refusal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores, their days and their Zs as JSON. */
@Controller("/api/v1")
final class StoresController {
    private final Overview overview;

    StoresController(Overview overview) {
        this.overview = overview;
    }

    /**
     * A store, what head office holds of it, and its last days.
     *
     * @param masterDataVersion what it sells by; null before it has told
     */
    @Serdeable.Serializable
    record StoreJson(
            String store,
            String name,
            String zone,
            String currency,
            int tills,
            long entries,
            @Nullable Long masterDataVersion,
            int archivedSegments,
            long archivedBytes,
            List<DayJson> days) {
        static StoreJson of(Overview.Holding holding, Board.Line line) {
            StoreFacts store = holding.store();
            return new StoreJson(
                    store.store(),
                    store.name(),
                    store.zone().getId(),
                    store.currency().code(),
                    holding.tills(),
                    holding.entries(),
                    holding.masterData().map(adoption -> adoption.version()).orElse(null),
                    holding.segments(),
                    holding.archivedBytes(),
                    line.cells().stream().map(cell -> DayJson.of(store.store(), cell)).toList());
        }
    }

    /**
     * A business day with its close-downs in full.
     *
     * @param closeDowns the store Z, then its supplements; empty where nothing is filed
     */
    @Serdeable.Serializable
    record DayDetailJson(DayJson summary, List<StoreZJson> closeDowns) {}

    /** A thing a person should know of. */
    @Serdeable.Serializable
    record AlertJson(String store, String kind, @Nullable OffsetDateTime at, String text) {}

    @Get("/stores")
    List<StoreJson> stores() {
        Board board = overview.board();
        return overview.holdings().stream()
                .map(holding -> StoreJson.of(holding, line(board, holding.store())))
                .toList();
    }

    /** The newest first, those included that the store should have filed. */
    @Get("/stores/{store}/days")
    List<DayJson> days(String store) {
        return overview.daysOf(known(store)).stream().map(cell -> DayJson.of(store, cell)).toList();
    }

    @Get("/stores/{store}/days/{day}")
    DayDetailJson day(String store, LocalDate day) {
        known(store);
        return new DayDetailJson(
                DayJson.of(store, overview.day(store, day)),
                overview.storeZs(store, day).stream().map(StoreZJson::of).toList());
    }

    /**
     * What head office holds of a store's log of close-downs.
     *
     * @param signed how many of them the newest head that agreed is about
     * @param root of that head, in hexadecimal
     * @param faults heads that do not agree with what came
     * @param lives of its gateway after the first
     */
    @Serdeable.Serializable
    record LogJson(
            String store,
            long size,
            long signed,
            @Nullable String root,
            List<String> faults,
            List<LifeJson> lives) {
        static LogJson of(LogStanding log) {
            return new LogJson(
                    log.store(),
                    log.size(),
                    log.head().map(LogHead::size).orElse(0L),
                    log.head().map(head -> head.root().hex()).orElse(null),
                    log.faults(),
                    log.lives().stream().map(LifeJson::of).toList());
        }
    }

    /**
     * A later life of a store's gateway.
     *
     * @param closeDownsBefore in the log when it began
     * @param approver who allowed that it goes on with that log; null where nobody did, and it
     *     began another one
     */
    @Serdeable.Serializable
    record LifeJson(
            String journal,
            long closeDownsBefore,
            @Nullable String approver,
            @Nullable String reason) {
        static LifeJson of(LogLife life) {
            return new LifeJson(
                    life.journal().label(),
                    life.closeDownsBefore(),
                    life.grant().map(EpochGrant::approver).orElse(null),
                    life.grant().map(EpochGrant::reason).orElse(null));
        }
    }

    /** Whether the store's log only grew. */
    @Get("/stores/{store}/log")
    LogJson log(String store) {
        known(store);
        return overview.log(store)
                .map(LogJson::of)
                .orElseThrow(() ->
                        new Refusal(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "the store's journal is being read: ask again in a moment"));
    }

    @Get("/alerts")
    List<AlertJson> alerts() {
        return overview.alarms().stream()
                .map(alarm ->
                        new AlertJson(
                                alarm.store(), alarm.kind(), alarm.at().orElse(null), alarm.text()))
                .toList();
    }

    private StoreFacts known(String store) {
        return overview.store(store)
                .orElseThrow(() ->
                        new Refusal(
                                HttpStatus.NOT_FOUND,
                                "there is no store '"
                                        + store
                                        + "' in the roster: see /api/v1/stores"));
    }

    private static Board.Line line(Board board, StoreFacts store) {
        return board.lines().stream()
                .filter(line -> line.store().equals(store))
                .findFirst()
                .orElseThrow();
    }
}
