package io.tidemark.fog.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.ledger.GatewayTransfers;
import io.tidemark.fog.ledger.Returns;
import io.tidemark.fog.watch.Alert;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.node.projection.Projection;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoublesAlertsTest {
    private static final Instant EVENING = Instant.parse("2026-11-20T18:00:00Z");
    private static final int SENT = 6_000;
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir private Path directory;

    private final LaboratoryStore store = new LaboratoryStore("till-1", "till-2");
    private final LaboratoryTill one = store.till("till-1").opens(Returns.DAY);
    private final LaboratoryTill two = store.till("till-2").opens(Returns.DAY);
    private Instant now = EVENING;
    private long nanos;
    private LaboratoryGateway gateway;
    private Projection projection;
    private GatewayTransfers transfers;
    private DoublesAlerts alerts;

    @BeforeEach
    void open() {
        gateway = new LaboratoryGateway(store, directory, Clock.fixed(EVENING, ZoneOffset.UTC));
        one.record(moved(StockMoved.Kind.TRANSFER_IN, "s002", "T-1"));
        two.record(moved(StockMoved.Kind.TRANSFER_IN, "s002", "T-1"));
        IntStream.range(0, SENT)
                .forEach(each ->
                        one.record(moved(StockMoved.Kind.TRANSFER_OUT, "warehouse", "O-" + each)));
        one.record(moved(StockMoved.Kind.TRANSFER_OUT, "s077", "O-last"));
        gateway.receives(one);
        gateway.receives(two);
        projection = gateway.tables();
        transfers = new GatewayTransfers(projection);
        alerts = new DoublesAlerts(gateway.doubles(projection), transfers, () -> now, () -> nanos);
        assertThat(projection.awaitReadable(SOON)).isTrue();
    }

    @AfterEach
    void close() {
        projection.close();
        gateway.close();
    }

    @Test
    void what_was_done_twice_is_told_for_a_week_and_stays_among_the_exceptions() {
        assertThat(standing())
                .extracting(Alert::kind)
                .containsExactly(Alert.Kind.TRANSFERRED_TWICE);

        now = EVENING.plus(DoublesAlerts.STANDS);

        assertThat(standing()).isEmpty();
        assertThat(transfers.takenInTwice()).hasSize(2);
    }

    /**
     * Each of them held against each other would be 36 million rows, which no query may look at.
     */
    @Test
    void years_of_transfers_to_one_place_are_looked_through_once() {
        List<GatewayTransfers.Transfer> unknown = transfers.toUnknownPlaces();

        assertThat(unknown).extracting(GatewayTransfers.Transfer::place).containsExactly("s077");
    }

    private List<Alert> standing() {
        nanos += DoublesAlerts.KEPT.toNanos();
        return alerts.standing();
    }

    private static StockMoved moved(StockMoved.Kind kind, String place, String number) {
        return new StockMoved(
                kind,
                number,
                place,
                "",
                List.of(new StockLine("22423", null, "Cakestand", "", Quantity.pieces(4), null)));
    }
}
