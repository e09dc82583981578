package io.tidemark.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.journal.JournalBroken;
import io.tidemark.ledger.journal.JournalDamaged;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.Peer;
import io.tidemark.node.home.Verification;
import io.tidemark.node.home.Watching;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeAgentTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    private final GatewayInMemory gateway = new GatewayInMemory(new JournalId(RunningTill.TILL, 1));

    @Test
    void a_new_till_gets_its_articles_from_the_gateway_sells_and_has_every_entry_marked() {
        gateway.masterData = Stock.masterData(1).toBytes();
        try (RunningTill till = RunningTill.in(directory, gateway::answering)) {
            await().atMost(SOON).until(() -> till.status().contains("\"masterDataVersion\":1"));

            sellOne(till);

            await().atMost(SOON).until(() -> till.status().contains("\"online\":true"));
            await().atMost(SOON).until(() -> till.status().contains("\"unsent\":0"));
            assertThat(gateway.entries).hasSize(4);
        }
    }

    @Test
    void a_till_sells_while_its_gateway_is_away_and_sends_when_it_is_back() {
        Stock.putInto(directory, 1);
        gateway.up = false;
        try (RunningTill till = RunningTill.in(directory, gateway::answering)) {
            sellOne(till);
            assertThat(till.status()).contains("\"online\":false", "\"unsent\":4");

            gateway.up = true;

            await().atMost(SOON).until(() -> till.status().contains("\"unsent\":0"));
            assertThat(gateway.entries).hasSize(4);
        }
    }

    @Test
    void new_master_data_waits_while_the_disk_is_full_and_the_till_goes_on() {
        gateway.masterData = Stock.masterData(1).toBytes();
        gateway.up = false;
        try (RunningTill till = RunningTill.in(directory, gateway::answering)) {
            till.room.set(0);
            gateway.up = true;

            await().atMost(SOON).until(() -> till.status().contains("\"online\":true"));
            await().during(Duration.ofMillis(300))
                    .atMost(SOON)
                    .until(() -> till.status().contains("\"masterDataVersion\":0"));

            assertThat(till.broken).hasNullValue();
            assertThat(till.status()).contains("The disk is full");
        }
    }

    @Test
    void a_restarted_till_sends_nothing_twice() {
        Stock.putInto(directory, 1);
        try (RunningTill till = RunningTill.in(directory, gateway::answering)) {
            sellOne(till);
            await().atMost(SOON).until(() -> gateway.entries.size() == 4);
        }

        try (RunningTill till = RunningTill.in(directory, gateway::answering)) {
            await().atMost(SOON).until(() -> till.status().contains("\"unsent\":0"));
        }

        assertThat(gateway.entries).hasSize(4);
    }

    @Test
    void a_till_with_one_flipped_byte_in_its_journal_does_not_start_and_says_where()
            throws IOException {
        soldAndStopped();
        flip(segment());

        assertThatThrownBy(() -> RunningTill.in(directory))
                .isInstanceOf(JournalDamaged.class)
                .hasMessageContaining("entry")
                .hasMessageContaining("Restore it with a copy");
    }

    @Test
    void a_till_whose_journal_is_taken_away_stops_instead_of_selling_on() throws IOException {
        Stock.putInto(directory, 1);
        try (RunningTill till = RunningTill.in(directory)) {
            sellOne(till);
            Files.move(directory.resolve("journal"), directory.resolve("journal-elsewhere"));

            HttpResponse<String> answer = till.post("/api/v1/no-sale", noSale());

            assertThat(answer.statusCode()).isGreaterThanOrEqualTo(500);
            assertThat(till.broken.get()).isInstanceOf(JournalBroken.class);
            Files.move(directory.resolve("journal-elsewhere"), directory.resolve("journal"));
        }
    }

    @Test
    void a_till_whose_journal_is_gone_and_was_marked_does_not_begin_it_again() throws IOException {
        soldAndStopped();
        Files.move(directory.resolve("journal/s001.till-1.1"), directory.resolve("elsewhere"));

        assertThatThrownBy(() -> RunningTill.in(directory))
                .hasMessageContaining("s001.till-1.1 is gone")
                .hasMessageContaining("marked it up to entry 4");
    }

    @Test
    void a_gateway_gives_back_what_it_was_sent_from_any_entry_on() {
        soldAndStopped();

        try (Peer peer = GatewayPeer.connect(gateway::answering)) {
            assertThat(peer.entries(new JournalId(RunningTill.TILL, 1), 4).orElseThrow().last())
                    .isEqualTo(4);
            assertThat(peer.entries(new JournalId(RunningTill.TILL, 1), 5)).isEmpty();
        }
    }

    @Test
    void a_gateway_that_is_away_is_told_with_what_to_do() {
        gateway.up = false;

        assertThatThrownBy(() -> GatewayPeer.connect(gateway::answering))
                .hasMessageContaining("the gateway cannot be asked: nobody there")
                .hasMessageContaining("carry a copy");
    }

    @Test
    void verify_finds_a_sound_till_sound() {
        soldAndStopped();

        Verification found = verify();

        assertThat(found.isSound()).isTrue();
        assertThat(found.checks())
                .extracting(Verification.Check::what)
                .anySatisfy(what -> assertThat(what).contains("journal s001.till-1.1, 4 entries"));
    }

    @Test
    void verify_names_the_first_bad_entry() throws IOException {
        soldAndStopped();
        flip(segment());

        assertThat(wrong()).hasValueSatisfying(why -> assertThat(why).contains("entry"));
    }

    @Test
    void verify_notices_master_data_that_is_not_what_was_adopted() throws IOException {
        soldAndStopped();
        Files.delete(directory.resolve("master-data/0000000001.tmd"));

        assertThat(wrong()).hasValueSatisfying(why -> assertThat(why).contains("fetched again"));
    }

    @Test
    void verify_notices_a_mark_that_the_gateway_never_signed() throws IOException {
        soldAndStopped();
        Path marked = directory.resolve("journal/marked");
        byte[] bytes = Files.readAllBytes(marked);
        bytes[bytes.length - 1] ^= 1;
        Files.write(marked, bytes);

        assertThat(wrong())
                .hasValueSatisfying(why -> assertThat(why).contains("has not signed it"));
    }

    @Test
    void a_second_till_program_on_the_same_directory_is_refused() {
        try (RunningTill first = RunningTill.in(directory)) {
            assertThatThrownBy(() -> RunningTill.in(directory))
                    .hasMessageContaining("is in use by process");
            assertThat(first.get("/api/v1/status").statusCode()).isEqualTo(200);
        }
    }

    private void soldAndStopped() {
        Stock.putInto(directory, 1);
        try (RunningTill till = RunningTill.in(directory, gateway::answering)) {
            sellOne(till);
            await().atMost(SOON).until(() -> till.status().contains("\"unsent\":0"));
        }
    }

    private static void sellOne(RunningTill till) {
        till.openDay();
        assertThat(till.sell().statusCode()).isEqualTo(201);
    }

    private static String noSale() {
        return """
        {"commandId": "%s", "operator": "Mary", "reason": "change"}\
        """
                .formatted(UUID.randomUUID());
    }

    private Verification verify() {
        try (NodeHome home = NodeHome.open(directory)) {
            return new TillCheck(RunningTill.site(home), Watching.NOBODY).run();
        }
    }

    private Optional<String> wrong() {
        return verify().checks().stream().flatMap(check -> check.wrong().stream()).findFirst();
    }

    private Path segment() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("journal"))) {
            return files.filter(file -> file.toString().endsWith(".tmj")).findFirst().orElseThrow();
        }
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }
}
