package io.tidemark.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.journal.JournalDamaged;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.Verification;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What verify says of a stopped head office's data, and what a damaged one does. */
class VerifyTest {
    private static final String CATALOGUE =
            "{\"taxCategories\":[{\"code\":\"S\",\"name\":\"Standard\",\"ratePpm\":200000}],"
                    + "\"products\":[{\"plu\":\"1\",\"description\":\"TIN\",\"department\":\"gifts\",\"taxCategory\":\"S\","
                    + "\"price\":\"2.55\",\"currency\":\"GBP\"}]}";

    @TempDir private Path directory;

    private Organisation organisation;
    private StoreWriting store;

    @BeforeEach
    void a_head_office_that_has_filed_two_days_and_published_once() throws Exception {
        organisation = Organisation.found(directory);
        NodeIdentity gateway = organisation.store("s001", 1).gateway().openIdentity();
        store =
                new StoreWriting(gateway)
                        .record(Days.MONDAY, Days.closed(Days.MONDAY, 1, 1_000, 1))
                        .record(
                                Days.MONDAY.plusDays(1),
                                Days.closed(Days.MONDAY.plusDays(1), 2, 2_000, 1));
        try (RunningHeadOffice headOffice = organisation.run();
                Caller caller = Caller.as(gateway, organisation.headOffice().name())) {
            caller.batch(headOffice, store.batch(1, 1));
            caller.batch(headOffice, store.batch(2, 2));
            headOffice.send(
                    HttpRequest.newBuilder(headOffice.people("/api/v1/master-data"))
                            .header("Content-Type", "application/json")
                            .PUT(HttpRequest.BodyPublishers.ofString(CATALOGUE))
                            .build());
        }
    }

    @Test
    void what_was_recorded_is_found_sound() {
        Verification found = verify();

        assertThat(found.isSound()).as("%s", found.checks()).isTrue();
        assertThat(found.checks().stream().map(Verification.Check::what))
                .anyMatch(what -> what.startsWith("journal s001.gateway.1, 2 entries"))
                .contains("mark 2 of s001.gateway.1", "master data, version 1", "tables");
    }

    @Test
    void one_flipped_byte_anywhere_is_found_and_head_office_refuses_to_run_on_it()
            throws Exception {
        long seed = 4711;
        Random random = new Random(seed);
        for (Path segment : segments("s001.gateway.1")) {
            byte[] good = Files.readAllBytes(segment);
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= 1;
            Files.write(segment, bad);

            assertThat(verify().isSound()).as("seed %s, %s", seed, segment).isFalse();
            assertThatThrownBy(() -> organisation.run().close())
                    .isInstanceOf(JournalDamaged.class)
                    .hasMessageContaining("s001.gateway.1");

            Files.write(segment, good);
        }
        assertThat(verify().isSound()).isTrue();
    }

    @Test
    void a_journal_that_lost_what_was_marked_is_found_and_no_lower_mark_is_given()
            throws Exception {
        deleteTree(organisation.home().resolve("journal/s001.gateway.1"));

        assertThat(wrong()).anyMatch(text -> text.contains("head office has marked entry 2"));
        assertThatThrownBy(() -> organisation.run().close())
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("restore the journal");
    }

    @Test
    void an_altered_master_data_file_is_found_and_never_served() throws Exception {
        Path file = organisation.home().resolve("master-data/master-data-1.tmd");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThat(wrong()).anyMatch(text -> text.contains("master-data-1.tmd"));
        assertThatThrownBy(() -> organisation.run().close())
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("Put it back");
    }

    @Test
    void verify_changes_nothing() throws Exception {
        List<byte[]> before = contents();

        verify();

        List<byte[]> after = contents();
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) assertThat(after.get(i)).isEqualTo(before.get(i));
    }

    private Verification verify() {
        try (NodeHome home = NodeHome.open(organisation.home())) {
            return new CloudIngest().verify(organisation.start(home));
        }
    }

    private List<String> wrong() {
        return verify().checks().stream().flatMap(check -> check.wrong().stream()).toList();
    }

    private List<Path> segments(String journal) throws Exception {
        try (Stream<Path> files =
                Files.list(organisation.home().resolve("journal").resolve(journal))) {
            return files.filter(file -> file.toString().endsWith(".tmj")).sorted().toList();
        }
    }

    private List<byte[]> contents() throws Exception {
        try (Stream<Path> files = Files.walk(organisation.home())) {
            List<byte[]> contents = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList())
                contents.add(Files.readAllBytes(file));
            return contents;
        }
    }

    private static void deleteTree(Path root) throws Exception {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
