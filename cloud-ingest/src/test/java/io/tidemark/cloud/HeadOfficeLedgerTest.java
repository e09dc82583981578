package io.tidemark.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.authority.ProvisionedStore;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.codec.CborWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a close-down on the wire to what people see of it. */
class HeadOfficeLedgerTest {
    private static final LocalDate MONDAY = Days.MONDAY;

    @TempDir private Path directory;

    private Organisation organisation;
    private RunningHeadOffice headOffice;
    private StoreWriting first;
    private Caller firstCaller;

    @BeforeEach
    void two_stores_and_their_head_office() throws Exception {
        organisation = Organisation.found(directory);
        ProvisionedStore s001 = organisation.store("s001", 2);
        organisation.store("s002", 1);
        NodeIdentity gateway = s001.gateway().openIdentity();
        first = new StoreWriting(gateway);
        firstCaller = Caller.as(gateway, organisation.headOffice().name());
        headOffice = organisation.run();
    }

    @AfterEach
    void stop() {
        firstCaller.close();
        headOffice.close();
    }

    @Test
    void a_close_down_is_filed_with_its_totals_and_is_missing_for_the_other_store()
            throws Exception {
        first.record(MONDAY, Days.closed(MONDAY, 1, 60_000, 2));
        send();

        awaitBody("/api/v1/stores/s001/days/2010-12-06", "\"status\":\"closed\"");
        assertThat(body("/api/v1/stores/s001/days/2010-12-06"))
                .contains("\"zNumber\":1")
                .contains("\"gross\":{\"minor\":120000,\"currency\":\"GBP\"}")
                .contains("\"overShort\":[{\"minor\":-10,\"currency\":\"GBP\"}]")
                .contains("\"receipts\":\"");
        assertThat(body("/api/v1/stores/s002/days/2010-12-06")).contains("\"status\":\"missing\"");
        assertThat(body("/api/v1/stores")).contains("\"status\":\"missing\"");
    }

    @Test
    void a_second_close_down_of_a_day_is_kept_not_posted_and_alerted() throws Exception {
        first.record(MONDAY, Days.closed(MONDAY, 1, 60_000, 1));
        first.record(MONDAY, Days.closed(MONDAY, 2, 99_900, 1));
        send();

        awaitBody("/api/v1/alerts", "second-close-down");
        assertThat(body("/api/v1/stores/s001/days/2010-12-06"))
                .contains("\"minor\":60000")
                .doesNotContain("\"minor\":99900");
        assertThat(body("/api/v1/stores")).contains("\"entries\":2");
    }

    @Test
    void a_supplement_adds_to_its_day_and_completes_it() throws Exception {
        first.record(MONDAY, Days.closedWithout(MONDAY, 1, 60_000, "till-2"));
        send();
        awaitBody("/api/v1/stores/s001/days/2010-12-06", "\"status\":\"without\"");
        first.record(MONDAY, Days.supplement(MONDAY, 1, 1, 1_000));
        send();

        awaitBody("/api/v1/stores/s001/days/2010-12-06", "\"status\":\"closed\"");
        assertThat(body("/api/v1/stores/s001/days/2010-12-06"))
                .contains("\"supplements\":1")
                .contains("\"gross\":{\"minor\":61000,\"currency\":\"GBP\"}");
    }

    @Test
    void a_count_that_comes_with_a_supplement_is_of_the_whole_days_drawer() throws Exception {
        String day = "/api/v1/stores/s001/days/2010-12-06";
        first.record(MONDAY, Days.counted(MONDAY, 0, 60_000, null));
        send();
        awaitBody(day, "\"overShort\":[]");
        first.record(MONDAY, Days.counted(MONDAY, 1, 1_000, 70_993L));
        send();

        awaitBody(day, "\"supplements\":1");
        assertThat(body(day))
                .contains("\"overShort\":[{\"minor\":-7,\"currency\":\"GBP\"}]")
                .contains(
                        "\"counted\":{\"minor\":70993,\"currency\":\"GBP\"},\"overShort\":{\"minor\":-7,")
                .doesNotContain("\"minor\":69993,");
        assertThat(body("/stores/s001/days/2010-12-06")).contains("−0.07").doesNotContain("699.93");
        assertThat(body("/api/v1/books/postings/s001/2010-12-06/1"))
                .contains("\"of\":\"over-short\"")
                .contains("{\"minor\":7,\"currency\":\"GBP\"}");
    }

    @Test
    void a_later_count_says_only_what_an_earlier_one_did_not() throws Exception {
        String day = "/api/v1/stores/s001/days/2010-12-06";
        first.record(MONDAY, Days.counted(MONDAY, 0, 60_000, 69_995L));
        first.record(MONDAY, Days.counted(MONDAY, 1, 1_000, 70_998L));
        send();

        awaitBody(day, "\"supplements\":1");
        assertThat(body(day))
                .contains("\"overShort\":[{\"minor\":-2,\"currency\":\"GBP\"}]")
                .contains("\"overShort\":[{\"minor\":-5,\"currency\":\"GBP\"}]")
                .contains("\"overShort\":[{\"minor\":3,\"currency\":\"GBP\"}]");
    }

    @Test
    void a_close_down_that_does_not_add_up_is_filed_and_alerted() throws Exception {
        first.record(MONDAY, Days.wronglyAdded(MONDAY));
        send();

        awaitBody("/api/v1/alerts", "sums-differ");
        assertThat(body("/api/v1/stores/s001/days/2010-12-06")).contains("\"minor\":999");
    }

    @Test
    void what_cannot_be_read_is_kept_alerted_and_does_not_hold_up_what_follows() throws Exception {
        EntryBytes good =
                first.cloned()
                        .record(MONDAY, Days.closed(MONDAY, 1, 1, 1))
                        .all()
                        .entries()
                        .getFirst();
        first.add(new EntryBytes(good.header(), new CborWriter().text("noise").toBytes()));
        first.record(MONDAY, Days.closed(MONDAY, 1, 60_000, 1));
        send();

        awaitBody("/api/v1/stores/s001/days/2010-12-06", "\"status\":\"closed\"");
        assertThat(body("/api/v1/alerts")).contains("unreadable");
    }

    @Test
    void without_its_h2_file_head_office_shows_the_same_rows() throws Exception {
        first.record(MONDAY, Days.closed(MONDAY, 1, 60_000, 2));
        first.record(MONDAY, Days.supplement(MONDAY, 1, 1, 1_000));
        first.record(MONDAY, Days.closed(MONDAY, 2, 99_900, 1));
        send();
        awaitBody("/api/v1/alerts", "second-close-down");
        List<String> before = everything();
        headOffice.close();
        deleteProjection();

        headOffice = organisation.run();

        await().untilAsserted(() -> assertThat(everything()).isEqualTo(before));
    }

    @Test
    void the_pages_show_the_stores_the_day_and_the_alerts() throws Exception {
        first.record(MONDAY, Days.closed(MONDAY, 1, 60_000, 2));
        first.record(MONDAY, Days.closed(MONDAY, 2, 99_900, 1));
        send();
        awaitBody("/api/v1/alerts", "second-close-down");

        assertThat(body("/")).contains("Store s001").contains("1,200.00").contains("missing");
        assertThat(body("/stores/s001")).contains("Mon 6 Dec 2010").contains("second-close-down");
        assertThat(body("/stores/s001/days/2010-12-06"))
                .contains("Store Z 1")
                .contains("gifts")
                .contains("till-2");
        assertThat(body("/alerts")).contains("not posted");
        assertThat(headOffice.get("/stores/s009").statusCode()).isEqualTo(404);
    }

    private void send() throws Exception {
        assertThat(firstCaller.batch(headOffice, first.all()).statusCode()).isEqualTo(200);
    }

    private void awaitBody(String path, String expected) {
        await().untilAsserted(() -> assertThat(body(path)).contains(expected));
    }

    private String body(String path) throws Exception {
        return headOffice.get(path).body();
    }

    private List<String> everything() throws Exception {
        return List.of(
                body("/api/v1/stores"),
                body("/api/v1/alerts"),
                body("/api/v1/stores/s001/days"),
                body("/api/v1/stores/s001/days/2010-12-06"));
    }

    private void deleteProjection() throws Exception {
        try (Stream<Path> files = Files.list(organisation.home().resolve("projection"))) {
            for (Path file : files.toList()) Files.delete(file);
        }
    }
}
