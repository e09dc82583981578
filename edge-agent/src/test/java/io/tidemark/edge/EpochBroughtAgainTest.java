package io.tidemark.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** A till in its second epoch meets a gateway that has nothing of the first. */
class EpochBroughtAgainTest extends ForkedTill {
    @Test
    void what_both_had_of_the_epoch_before_is_brought_and_the_branch_comes_once() {
        drop(grant(SECOND));
        GatewayInMemory gateway = new GatewayInMemory(RunningTill.FIRST);

        try (RunningTill till = RunningTill.in(directory, gateway::answering)) {
            till.sell();
            await().atMost(SOON).until(() -> gateway.heads.containsKey(RunningTill.FIRST));
            till.sell();
            await().atMost(SOON).until(() -> till.status().contains("\"unsent\":0"));
        }

        assertThat(gateway.heads.get(RunningTill.FIRST)).isEqualTo(head(SHARED));
        assertThat(gateway.entries).isEqualTo(entries(SECOND));
    }
}
