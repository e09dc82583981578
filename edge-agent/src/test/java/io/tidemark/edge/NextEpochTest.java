package io.tidemark.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.closedown.WorkstationFold;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.Verification;
import io.tidemark.node.home.Watching;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A till whose journal forked after its first sale, or that stands in another till's place. */
class NextEpochTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final JournalId SECOND = new JournalId(RunningTill.TILL, 2);
    private static final JournalId THIRD = new JournalId(RunningTill.TILL, 3);
    private static final JournalId SPARE =
            new JournalId(new NodeName("shop.example", "s001", "till-9"), 1);

    /** Master data, the day, the float and one sale: what the gateway has as well. */
    private static final int SHARED = 4;

    /** And two more sales, which it does not have. */
    private static final int BRANCH_END = 6;

    private static final String ASKED = UUID.randomUUID().toString();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @BeforeEach
    void sold() {
        RunningTill.stockUp(directory, 1);
        try (RunningTill till = RunningTill.in(directory)) {
            open(till);
            sell(till);
            sell(till, ASKED);
            sell(till);
        }
    }

    @Test
    void a_till_goes_on_with_the_day_in_its_next_epoch_and_counts_its_branch_once() {
        drop(grant(SECOND));

        try (RunningTill till = RunningTill.in(directory)) {
            assertThat(status(till))
                    .contains("\"epoch\":2", "\"dayOpen\":true", "\"lastReceipt\":3");
            assertThat(till.get("/api/v1/x-report").body()).contains("\"transactions\":3");

            assertThat(sell(till).body()).contains("\"id\":\"s001.till-1.2-4-");
            assertThat(close(till).body()).contains("\"zNumber\":1", "\"transactions\":4");
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
            sell(till);

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
            before = sell(till, ASKED).body();
        }
        drop(grant(SECOND));

        try (RunningTill till = RunningTill.in(directory)) {
            HttpResponse<String> again = sell(till, ASKED);

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
                        if (sell(till).statusCode() == 201) sold.incrementAndGet();
                        return status(till).contains("\"epoch\":2");
                    });
            sell(till);
            await().atMost(SOON).until(() -> status(till).contains("\"unsent\":0"));

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
            sell(till);
        }

        assertThat(Files.readAllBytes(segment())).isEqualTo(before);
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
            assertThat(sell(till).body()).contains("\"number\":8");
        }
    }

    @Test
    void a_grant_upon_another_history_is_refused_and_the_till_says_so() {
        Head other = new Head(SHARED, Hash.digest(new byte[1]));
        Path file = file("other", signed(other, other, SECOND, RunningTill.HEAD_OFFICE_KEY));

        assertThatThrownBy(() -> RunningTill.taking(file, directory))
                .hasMessageContaining("entry 4 of s001.till-1.1 is another one here");
        try (RunningTill till = RunningTill.in(directory)) {
            assertThat(status(till)).contains("\"epoch\":1");
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
            sell(till);
        }

        try (RunningTill till = RunningTill.taking(file, directory)) {
            assertThat(status(till)).contains("\"epoch\":2", "\"lastReceipt\":4");
        }
        assertThatThrownBy(() -> RunningTill.taking(late, directory))
                .hasMessageContaining("this till has another grant by which s001.till-1.1 goes on");
    }

    @Test
    void a_grant_of_the_gateway_that_does_not_fit_is_told_and_selling_goes_on() {
        GatewayInMemory gateway = new GatewayInMemory(RunningTill.FIRST);
        Head other = new Head(SHARED, Hash.digest(new byte[1]));
        gateway.grant = signed(other, other, SECOND, RunningTill.HEAD_OFFICE_KEY);

        try (RunningTill till = RunningTill.in(directory, gateway::answering)) {
            await().atMost(SOON).until(() -> status(till).contains("is not taken up: entry 4"));

            assertThat(sell(till).body()).contains("s001.till-1.1-4-");
        }
    }

    @Test
    void a_grant_upon_less_than_the_gateway_has_marked_is_refused_and_nothing_counted_twice() {
        GatewayInMemory gateway = new GatewayInMemory(RunningTill.FIRST);
        try (RunningTill till = RunningTill.in(directory, gateway::answering)) {
            await().atMost(SOON).until(() -> status(till).contains("\"unsent\":0"));
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

            await().atMost(SOON).until(() -> status(till).contains("no room for the branch"));

            assertThat(status(till)).contains("\"epoch\":1");
            assertThat(directory.resolve("grants")).doesNotExist();
        }
    }

    @Test
    void a_new_till_at_an_old_ones_workstation_goes_on_with_its_day_its_numbers_and_its_z()
            throws IOException {
        Path other = Files.createTempDirectory(directory, "spare");
        Files.createDirectories(other.resolve("grants"));
        Files.write(other.resolve("grants/of-till-1.grant"), replacing().toBytes());
        RunningTill.stockUp(other, 1);

        try (RunningTill till = RunningTill.device(SPARE, other, _ -> new NoUplink())) {
            assertThat(status(till)).contains("\"dayOpen\":true", "\"lastReceipt\":3");
            assertThat(sell(till).body()).contains("\"id\":\"s001.till-9.1-4-");
            assertThat(till.get("/api/v1/x-report").body()).contains("\"transactions\":4");
            assertThat(close(till).body()).contains("\"zNumber\":1", "\"transactions\":4");
        }
    }

    @Test
    void a_new_till_gets_what_it_goes_on_from_over_the_wire_before_it_has_recorded_anything()
            throws IOException {
        Path other = Files.createTempDirectory(directory, "spare");
        GatewayInMemory gateway = new GatewayInMemory(SPARE);
        gateway.grant = replacing();

        try (RunningTill till = RunningTill.device(SPARE, other, gateway::answering)) {
            await().atMost(SOON).until(() -> status(till).contains("\"lastReceipt\":3"));
            await().atMost(SOON).until(() -> status(till).contains("\"unsent\":0"));

            assertThat(status(till)).contains("\"dayOpen\":true");
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
            assertThat(status(till)).contains("\"epoch\":2", "\"lastReceipt\":3");
            assertThat(sell(till).body()).contains("s001.till-1.2-4-");
        }
    }

    private Continuation replacing() {
        EpochGrant grant = granted(RunningTill.FIRST, head(BRANCH_END), SPARE).grant();
        return new Continuation(grant, Optional.of(carried(BRANCH_END)));
    }

    /** The gateway has another entry after the shared ones. */
    private Continuation grant(JournalId successor) {
        Head end = new Head(SHARED + 1, Hash.digest(new byte[9]));
        return signed(end, head(SHARED), successor, RunningTill.HEAD_OFFICE_KEY);
    }

    private static Continuation granted(JournalId old, Head end, JournalId successor) {
        return new Continuation(
                EpochGrant.sign(
                        EpochGrant.Between.ending(old, end),
                        successor,
                        "broken",
                        "Grace",
                        RunningTill.HEAD_OFFICE_KEY.signer()),
                Optional.empty());
    }

    private static Continuation signed(Head end, Head shared, JournalId successor, TestKey key) {
        return new Continuation(
                EpochGrant.sign(
                        new EpochGrant.Between(RunningTill.FIRST, end, shared),
                        successor,
                        "an old disk was put back",
                        "Grace",
                        key.signer()),
                Optional.empty());
    }

    private void drop(Continuation granted) {
        file("grants/dropped.grant", granted);
    }

    private Path file(String name, Continuation granted) {
        try {
            Files.createDirectories(directory.resolve("grants"));
            return Files.write(directory.resolve(name), granted.toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Head head(long sequence) {
        try (Journal journal = journal(RunningTill.FIRST)) {
            return new Head(sequence, journal.hashAt(sequence));
        }
    }

    private Carried carried(int sequence) {
        WorkstationFold fold = new WorkstationFold();
        entries(RunningTill.FIRST).subList(0, sequence).forEach(fold::accept);
        return fold.carried();
    }

    private static Carried.Day day(Carried carried) {
        return Optional.ofNullable(carried.day()).orElseThrow();
    }

    private List<EntryBytes> entries(JournalId id) {
        List<EntryBytes> entries = new ArrayList<>();
        try (Journal journal = journal(id)) {
            journal.replay(1, (sequence, hash, entry) -> entries.add(entry));
        }
        return entries;
    }

    private Journal journal(JournalId id) {
        return Journal.openToRead(
                id,
                FileStorage.toRead(directory.resolve("journal").resolve(id.label())),
                JournalKey.of(new byte[JournalKey.BYTES]),
                RunningTill.TILL_KEY.verifier(),
                (_, _, _) -> {});
    }

    private void journal(JournalId id, List<EntryBytes> entries) {
        try (Journal journal =
                Journal.open(
                        id,
                        new FileStorage(directory.resolve("journal").resolve(id.label())),
                        JournalKey.of(new byte[JournalKey.BYTES]),
                        RunningTill.TILL_KEY.verifier(),
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

    private static String status(RunningTill till) {
        return till.get("/api/v1/status").body();
    }

    private static void open(RunningTill till) {
        till.post(
                "/api/v1/day/open",
                """
                {"commandId": "%s", "operator": "Mary", "float": [{"minor": 10000, "currency": "GBP"}]}\
                """
                        .formatted(UUID.randomUUID()));
    }

    private static HttpResponse<String> sell(RunningTill till) {
        return sell(till, UUID.randomUUID().toString());
    }

    private static HttpResponse<String> sell(RunningTill till, String commandId) {
        return till.post(
                "/api/v1/sales",
                """
                {"commandId": "%s", "operator": "Mary", "lines": [{"plu": "85123A", "quantity": "1"}],
                 "tenders": [{"type": "CASH", "amount": {"minor": 255, "currency": "GBP"}}]}\
                """
                        .formatted(commandId));
    }

    private static HttpResponse<String> close(RunningTill till) {
        return till.post(
                "/api/v1/day/close",
                """
                {"commandId": "%s", "operator": "Mary"}\
                """
                        .formatted(UUID.randomUUID()));
    }
}
