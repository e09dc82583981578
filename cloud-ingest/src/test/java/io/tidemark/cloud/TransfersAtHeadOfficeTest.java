package io.tidemark.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.StockOfDay;
import io.tidemark.ledger.event.StoreTransfer;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.node.command.NodeShell;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goods between two stores, as head office that runs tells of them to programs and to people. */
class TransfersAtHeadOfficeTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir private static Path directory;

    private static Organisation organisation;
    private static RunningHeadOffice headOffice;

    @BeforeAll
    static void one_transfer_came_short_and_another_is_on_its_way() throws Exception {
        organisation = Organisation.found(directory);
        NodeIdentity sender = organisation.store("s001", 1).gateway().openIdentity();
        NodeIdentity receiver = organisation.store("s002", 1).gateway().openIdentity();
        headOffice = organisation.run();
        tells(
                sender,
                moved(StockMoved.Kind.TRANSFER_OUT, "s002", "7", 5, new Money(9_00, Days.GBP)),
                moved(StockMoved.Kind.TRANSFER_OUT, "s002", "8", 2, null));
        tells(receiver, moved(StockMoved.Kind.TRANSFER_IN, "s001", "7", 3, null));
        await().atMost(SOON)
                .until(() -> headOffice.get("/api/v1/transfers").body().contains("RECEIVED_"));
    }

    @AfterAll
    static void close() {
        headOffice.close();
    }

    @Test
    void the_api_links_both_ends_and_tells_those_of_one_state_alone() throws Exception {
        assertThat(headOffice.get("/api/v1/transfers").body())
                .startsWith("[{\"number\":\"7\",\"from\":\"s001\",\"to\":\"s002\",")
                .contains("\"status\":\"RECEIVED_OTHERWISE\"", "\"entry\":\"s001.handheld-1.1:17\"")
                .contains("\"quantity\":\"-2.000\"", "\"status\":\"IN_TRANSIT\"");
        assertThat(headOffice.get("/api/v1/transfers?status=in-transit").body())
                .contains("\"number\":\"8\"")
                .doesNotContain("\"number\":\"7\"");
        assertThat(headOffice.get("/api/v1/transfers?status=lost").statusCode()).isEqualTo(400);
    }

    @Test
    void the_page_shows_what_came_short_before_what_is_on_its_way() throws Exception {
        assertThat(headOffice.get("/transfers").body())
                .containsSubsequence("taken in otherwise", "of TEA Tea", "on its way")
                .contains("9.00 GBP");
    }

    @Test
    void the_command_tells_the_same() {
        NodeShell shell = organisation.shellBeside(headOffice);

        assertThat(shell.done("stock", "transfers"))
                .containsPattern(
                        "7 +s001 +s002 +received otherwise .*s001\\.handheld-1\\.1:17 +9\\.00 GBP .*[-\u2212]2.* Tea")
                .containsPattern("8 +s001 +s002 +in transit ");
        assertThat(shell.done("stock", "transfers", "--status", "in-transit"))
                .contains("8")
                .doesNotContain("otherwise");
        assertThat(shell.done("stock", "transfers", "--status", "received"))
                .contains("There is no such transfer.");
        assertThat(shell.done("stock", "transfers", "--json"))
                .contains("\"status\":\"RECEIVED_OTHERWISE\"");
        assertThat(shell.refused(2, "stock", "transfers", "--status", "lost"))
                .contains("status is one of", "in_transit");
    }

    private static void tells(NodeIdentity gateway, StoreTransfer... transfers) throws Exception {
        StoreWriting store = new StoreWriting(gateway);
        for (StoreTransfer transfer : transfers) store.record(Days.MONDAY, transfer);
        store.record(Days.MONDAY, Days.closed(Days.MONDAY, 1, 60_000, 1));
        try (Caller caller = Caller.as(gateway, organisation.headOffice().name())) {
            assertThat(caller.batch(headOffice, store.all()).statusCode()).isEqualTo(200);
        }
    }

    private static StoreTransfer moved(
            StockMoved.Kind kind, String place, String number, long pieces, @Nullable Money cost) {
        StockLine tea = new StockLine("TEA", null, "Tea", "D1", Quantity.pieces(pieces), cost);
        return new StoreTransfer(
                Days.MONDAY,
                0,
                new StockOfDay.Moment(
                        1_291_636_800_000L, "handheld-1", 1, 10 + number.charAt(0) - '0'),
                "Ada",
                new StockMoved(kind, number, place, "", List.of(tea)));
    }
}
