package io.tidemark.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.edge.ledger.FollowedEpoch;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.Whose;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.Verification;
import io.tidemark.node.home.Watching;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A till whose journal forked goes on in the epoch that it is granted. */
class NextEpochTest extends ForkedTill {
    @Test
    void a_till_goes_on_with_the_day_in_its_next_epoch_and_counts_its_branch_once() {
        drop(grant(SECOND));

        try (RunningTill till = RunningTill.in(directory)) {
            assertThat(till.status())
                    .contains("\"epoch\":2", "\"dayOpen\":true", "\"lastReceipt\":3");
            assertThat(till.get("/api/v1/x-report").body()).contains("\"transactions\":3");

            assertThat(till.sell().body()).contains("\"id\":\"s001.till-1.2-4-");
            assertThat(till.closeDay().body()).contains("\"zNumber\":1", "\"transactions\":4");
        }

        List<EntryBytes> next = entries(SECOND);
        assertThat(EntryCodec.decode(next.getFirst()).event())
                .isInstanceOfSatisfying(
                        JournalContinued.class,
                        from -> {
                            assertThat(from.forkedAt()).isEqualTo(SHARED + 1);
                            assertThat(from.branchEnd()).isEqualTo(BRANCH_END);
                        });
        assertThat(next.subList(1, 3))
                .isEqualTo(entries(RunningTill.FIRST).subList(SHARED, BRANCH_END));
        assertThat(((TillDayClosed) EntryCodec.decode(next.getLast()).event()).totals().gross())
                .hasToString("10.20 GBP");
    }

    @Test
    void receipts_of_both_epochs_are_found_as_they_were_printed_and_none_twice() {
        drop(grant(SECOND));

        try (RunningTill till = RunningTill.in(directory)) {
            till.sell();

            assertThat(till.get("/api/v1/receipts").body())
                    .containsSubsequence(
                            "s001.till-1.1-1-",
                            "s001.till-1.1-2-",
                            "s001.till-1.1-3-",
                            "s001.till-1.2-4-")
                    .doesNotContain("s001.till-1.2-2-", "s001.till-1.2-3-");
            assertThat(till.get("/api/v1/receipts/2").body()).contains("s001.till-1.1-2-");
            assertThat(till.get("/api/v1/receipts/4").body()).contains("s001.till-1.2-4-");
        }
    }

    @Test
    void what_was_asked_before_is_answered_as_before_and_sold_once() {
        String before;
        try (RunningTill till = RunningTill.in(directory)) {
            before = till.sell(ASKED).body();
        }
        drop(grant(SECOND));

        try (RunningTill till = RunningTill.in(directory)) {
            HttpResponse<String> again = till.sell(ASKED);

            assertThat(again.body()).isEqualTo(before);
            assertThat(again.headers().firstValue("Tidemark-Repeated")).hasValue("true");
            assertThat(till.get("/api/v1/x-report").body()).contains("\"transactions\":3");
        }
    }

    @Test
    void a_running_till_takes_up_the_grant_that_its_gateway_sends_and_sells_all_the_while() {
        GatewayInMemory gateway = new GatewayInMemory(RunningTill.FIRST);
        gateway.grant = grant(SECOND);
        AtomicInteger sold = new AtomicInteger();
        try (RunningTill till = RunningTill.in(directory, gateway::answering)) {
            await().atMost(SOON)
                    .until(() -> {
                        if (till.sell().statusCode() == 201) sold.incrementAndGet();
                        return till.status().contains("\"epoch\":2");
                    });
            till.sell();
            await().atMost(SOON).until(() -> till.status().contains("\"unsent\":0"));

            assertThat(gateway.till).isEqualTo(SECOND);
            assertThat(till.broken).hasNullValue();
            assertThat(till.get("/api/v1/x-report").body())
                    .contains("\"transactions\":" + (3 + sold.get() + 1));
            assertThat(till.get("/api/v1/receipts").body().split("\"number\"", -1))
                    .hasSize(1 + 3 + sold.get() + 1);
        }
        assertThat(verify().isSound()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void a_power_cut_while_the_branch_is_taken_in_leaves_nothing_out_and_nothing_twice(int there)
            throws IOException {
        drop(grant(SECOND));
        RunningTill.in(directory).close();
        List<EntryBytes> whole = entries(SECOND);
        Files.move(directory.resolve("journal/s001.till-1.2"), directory.resolve("elsewhere"));
        journal(SECOND, whole.subList(0, there));
        assertThat(verify().isSound()).as("the next start goes on from there").isTrue();

        try (RunningTill till = RunningTill.in(directory)) {
            assertThat(till.get("/api/v1/x-report").body()).contains("\"transactions\":3");
        }

        assertThat(entries(SECOND)).hasSize(3);
        assertThat(entries(SECOND).subList(1, 3)).isEqualTo(whole.subList(1, 3));
        assertThat(verify().checks())
                .extracting(Verification.Check::what)
                .contains(
                        "journal s001.till-1.2 goes on from s001.till-1.1, 2 of 2 entries taken in");
    }

    @Test
    void the_old_journal_stays_as_it_is() throws IOException {
        byte[] before = Files.readAllBytes(segment());
        drop(grant(SECOND));

        try (RunningTill till = RunningTill.in(directory)) {
            till.sell();
        }

        assertThat(Files.readAllBytes(segment())).isEqualTo(before);
    }

    /** As of a directory that a person put back, or of a disk that lost the last note. */
    @Test
    void an_old_journal_whose_last_signature_a_power_cut_took_is_read_and_signed_again()
            throws IOException {
        Path note = segment().resolveSibling("forced");
        byte[] before;
        try (RunningTill till = RunningTill.in(directory)) {
            before = Files.readAllBytes(note);
            till.sell();
        }
        drop(grant(SECOND));
        RunningTill.in(directory).close();
        Files.write(note, before);

        try (Journal cut = RunningTill.journalToRead(directory, RunningTill.FIRST)) {
            long last = cut.forced().sequence();
            assertThat(cut.isSigned()).isFalse();
            assertThat(FollowedEpoch.all(List.of(cut)).getFirst().read(last, 1)).hasSize(1);
        }
        assertThat(verify().isSound()).isTrue();
        RunningTill.in(directory).close();
        try (Journal signed = RunningTill.journalToRead(directory, RunningTill.FIRST)) {
            assertThat(signed.isSigned()).isTrue();
        }
    }

    @Test
    void what_the_gateway_accepted_beyond_the_fork_is_in_the_tills_day_as_well() {
        Carried shared = carried(SHARED);
        Carried.Day day = day(carried(BRANCH_END));
        Carried beyond =
                new Carried(
                        day,
                        shared.lastDay(),
                        shared.shift(),
                        shared.operator(),
                        7,
                        shared.lastZ(),
                        shared.masterData());
        drop(new Continuation(grant(SECOND).grant(), Optional.of(beyond)));

        try (RunningTill till = RunningTill.in(directory)) {
            assertThat(till.get("/api/v1/x-report").body()).contains("\"transactions\":5");
            assertThat(till.sell().body()).contains("\"number\":8");
        }
    }

    private static Carried.Day day(Carried carried) {
        return Optional.ofNullable(carried.day()).orElseThrow();
    }

    private void journal(JournalId id, List<EntryBytes> entries) {
        try (Journal journal =
                Journal.open(
                        new Whose(
                                id,
                                JournalKey.of(new byte[JournalKey.BYTES]),
                                RunningTill.TILL_KEY.verifier()),
                        new FileStorage(directory.resolve("journal").resolve(id.label())),
                        (_, _, _) -> {})) {
            entries.forEach(journal::append);
            journal.force(RunningTill.TILL_KEY.signer());
        }
    }

    private Path segment() {
        return directory.resolve("journal/s001.till-1.1/segment-000001.tmj");
    }

    private Verification verify() {
        try (NodeHome home = NodeHome.open(directory)) {
            return new TillCheck(RunningTill.site(home), Watching.NOBODY).run();
        }
    }
}
