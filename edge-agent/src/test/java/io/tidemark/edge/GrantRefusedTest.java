package io.tidemark.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Grants by which a till does not go on, or not yet. */
class GrantRefusedTest extends ForkedTill {
    @Test
    void a_grant_upon_another_history_is_refused_and_the_till_says_so() {
        Head other = new Head(SHARED, Hash.digest(new byte[1]));
        Path file = file("other", signed(other, other, SECOND, RunningTill.HEAD_OFFICE_KEY));

        assertThatThrownBy(() -> RunningTill.taking(file, directory))
                .hasMessageContaining("entry 4 of s001.till-1.1 is another one here");
        try (RunningTill till = RunningTill.in(directory)) {
            assertThat(till.status()).contains("\"epoch\":1");
        }
    }

    @Test
    void a_grant_that_nobody_who_may_has_signed_is_refused() {
        Head shared = head(SHARED);
        Path file = file("forged", signed(shared, shared, SECOND, RunningTill.GATEWAY_KEY));

        assertThatThrownBy(() -> RunningTill.taking(file, directory))
                .hasMessageContaining("neither head office nor this store's recovery key");
    }

    @Test
    void a_grant_for_another_till_is_refused() {
        Path file = file("foreign", granted(RunningTill.FIRST, head(SHARED), SPARE));

        assertThatThrownBy(() -> RunningTill.taking(file, directory))
                .hasMessageContaining("is for tidemark://")
                .hasMessageContaining("till-9");
    }

    @Test
    void a_grant_that_was_taken_up_changes_nothing_and_one_of_the_ended_epoch_is_refused() {
        Path file = file("grant", grant(SECOND));
        Path late = file("late", grant(THIRD));
        try (RunningTill till = RunningTill.taking(file, directory)) {
            till.sell();
        }

        try (RunningTill till = RunningTill.taking(file, directory)) {
            assertThat(till.status()).contains("\"epoch\":2", "\"lastReceipt\":4");
        }
        assertThatThrownBy(() -> RunningTill.taking(late, directory))
                .hasMessageContaining("this till has another grant by which s001.till-1.1 goes on");
    }

    @Test
    void of_two_grants_upon_one_journal_the_one_that_was_begun_with_counts() {
        file("grants/z.grant", grant(THIRD));
        try (RunningTill till = RunningTill.in(directory)) {
            till.sell();
        }
        file("grants/a.grant", grant(SECOND));

        assertThatThrownBy(() -> RunningTill.in(directory))
                .hasMessageContaining("a.grant is not taken up")
                .hasMessageContaining("goes on, as s001.till-1.3. Remove it");
    }

    @Test
    void what_the_gateway_offers_upon_an_epoch_that_is_over_is_passed_over() {
        GatewayInMemory gateway = new GatewayInMemory(RunningTill.FIRST);
        gateway.grant = grant(SECOND);
        drop(grant(THIRD));

        try (RunningTill till = RunningTill.in(directory, gateway::answering)) {
            await().atMost(SOON).until(() -> till.status().contains("\"unsent\":0"));

            assertThat(till.status()).contains("\"epoch\":3").doesNotContain("not taken up");
        }
    }

    @Test
    void a_grant_of_the_gateway_that_does_not_fit_is_told_and_selling_goes_on() {
        GatewayInMemory gateway = new GatewayInMemory(RunningTill.FIRST);
        Head other = new Head(SHARED, Hash.digest(new byte[1]));
        gateway.grant = signed(other, other, SECOND, RunningTill.HEAD_OFFICE_KEY);

        try (RunningTill till = RunningTill.in(directory, gateway::answering)) {
            await().atMost(SOON).until(() -> till.status().contains("is not taken up: entry 4"));

            assertThat(till.sell().body()).contains("s001.till-1.1-4-");
        }
    }

    @Test
    void a_grant_upon_less_than_the_gateway_has_marked_is_refused_and_nothing_counted_twice() {
        GatewayInMemory gateway = new GatewayInMemory(RunningTill.FIRST);
        try (RunningTill till = RunningTill.in(directory, gateway::answering)) {
            await().atMost(SOON).until(() -> till.status().contains("\"unsent\":0"));
        }
        Path late = file("late", granted(RunningTill.FIRST, head(SHARED), SECOND));

        assertThatThrownBy(() -> RunningTill.taking(late, directory))
                .hasMessageContaining("up to entry 4, and the gateway has marked it up to entry 6");
    }

    @Test
    void a_grant_waits_while_the_disk_has_no_room_for_the_branch() {
        GatewayInMemory gateway = new GatewayInMemory(RunningTill.FIRST);
        gateway.up = false;
        gateway.grant = grant(SECOND);
        try (RunningTill till = RunningTill.in(directory, gateway::answering)) {
            till.room.set(0);
            gateway.up = true;

            await().atMost(SOON).until(() -> till.status().contains("no room for the branch"));

            assertThat(till.status()).contains("\"epoch\":1");
            assertThat(directory.resolve("grants")).doesNotExist();
        }
    }
}
