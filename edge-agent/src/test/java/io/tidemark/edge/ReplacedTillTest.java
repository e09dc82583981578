package io.tidemark.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.epoch.Continuation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A new till in the place of one, or a till whose disk is new. */
class ReplacedTillTest extends ForkedTill {
    @Test
    void a_new_till_at_an_old_ones_workstation_goes_on_with_its_day_its_numbers_and_its_z()
            throws IOException {
        Path other = Files.createTempDirectory(directory, "spare");
        Files.createDirectories(other.resolve("grants"));
        Files.write(other.resolve("grants/of-till-1.grant"), replacing().toBytes());
        Stock.putInto(other, 1);

        try (RunningTill till = RunningTill.device(SPARE, other, _ -> new NoUplink())) {
            assertThat(till.status()).contains("\"dayOpen\":true", "\"lastReceipt\":3");
            assertThat(till.sell().body()).contains("\"id\":\"s001.till-9.1-4-");
            assertThat(till.get("/api/v1/x-report").body()).contains("\"transactions\":4");
            assertThat(till.closeDay().body()).contains("\"zNumber\":1", "\"transactions\":4");
        }
    }

    @Test
    void a_new_till_gets_what_it_goes_on_from_over_the_wire_before_it_has_recorded_anything()
            throws IOException {
        Path other = Files.createTempDirectory(directory, "spare");
        GatewayInMemory gateway = new GatewayInMemory(SPARE);
        gateway.grant = replacing();

        try (RunningTill till = RunningTill.device(SPARE, other, gateway::answering)) {
            await().atMost(SOON).until(() -> till.status().contains("\"lastReceipt\":3"));
            await().atMost(SOON).until(() -> till.status().contains("\"unsent\":0"));

            assertThat(till.status()).contains("\"dayOpen\":true");
            assertThat(till.get("/api/v1/receipts").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_till_whose_disk_is_lost_goes_on_where_the_gateway_says_it_stood() throws IOException {
        Continuation granted =
                new Continuation(
                        granted(RunningTill.FIRST, head(BRANCH_END), SECOND).grant(),
                        Optional.of(carried(BRANCH_END)));
        Files.move(directory.resolve("journal/s001.till-1.1"), directory.resolve("elsewhere"));
        Path bare = file("bare", new Continuation(granted.grant(), Optional.empty()));
        Path whole = file("whole", granted);

        assertThatThrownBy(() -> RunningTill.taking(bare, directory))
                .hasMessageContaining("does not say where the workstation stood");
        try (RunningTill till = RunningTill.taking(whole, directory)) {
            assertThat(till.status()).contains("\"epoch\":2", "\"lastReceipt\":3");
            assertThat(till.sell().body()).contains("s001.till-1.2-4-");
        }
    }

    private Continuation replacing() {
        EpochGrant grant = granted(RunningTill.FIRST, head(BRANCH_END), SPARE).grant();
        return new Continuation(grant, Optional.of(carried(BRANCH_END)));
    }
}
