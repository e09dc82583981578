package io.tidemark.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.cloud.books.RandomDay;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.event.StoreDayClosed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** From close-downs on the wire to the books that people and programs read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BooksTest {
    private static final LocalDate MONDAY = Days.MONDAY;
    private static final String BALANCE = "/api/v1/books/trial-balance";
    private static final String OF_FIRST = BALANCE + "?store=s001";

    private final List<NodeIdentity> gateways = new ArrayList<>();
    private Organisation organisation;
    private RunningHeadOffice headOffice;

    @BeforeAll
    void seven_stores_and_their_head_office(@TempDir Path directory) throws Exception {
        organisation = Organisation.found(directory);
        for (int store = 1; store <= 7; store++)
            gateways.add(organisation.store("s00" + store, 1).gateway().openIdentity());
        headOffice = organisation.run();
    }

    @AfterAll
    void stop() {
        headOffice.close();
    }

    @Test
    void a_close_down_is_posted_and_the_trial_balance_is_even() throws Exception {
        send(1, journal(1).record(MONDAY, Days.closed(MONDAY, 1, 60_000, 2)));

        awaitBody(OF_FIRST, "\"credits\":{\"minor\":120000,\"currency\":\"GBP\"}");
        assertThat(body(OF_FIRST))
                .contains("\"even\":true")
                .contains("\"difference\":{\"minor\":0,\"currency\":\"GBP\"}")
                .contains("\"detail\":\"gifts, S 20 %\",\"balance\":{\"minor\":-100000,")
                .contains("\"detail\":\"CASH\",\"balance\":{\"minor\":10,");
        assertThat(body("/api/v1/books/postings/s001/2010-12-06/0"))
                .contains("\"zNumber\":1")
                .contains("\"rules\":1")
                .contains("\"of\":\"handed-in\"");
    }

    @Test
    void a_supplement_changes_exactly_its_difference() throws Exception {
        StoreWriting journal = journal(2);
        RandomDay day = new RandomDay(4711);
        List<StoreDayClosed> parts = day.parts(3);
        parts.forEach(part -> journal.record(RandomDay.MONDAY, part));
        send(2, journal);
        StoreWriting whole = journal(3);
        whole.record(RandomDay.MONDAY, day.whole());
        send(3, whole);

        awaitBody("/api/v1/books/postings?store=s002", "\"supplement\":2");
        awaitBody("/api/v1/books/postings?store=s003", "\"supplement\":0");
        String parted = body(BALANCE + ".csv?store=s002");
        assertThat(parted)
                .isEqualTo(body(BALANCE + ".csv?store=s003"))
                .contains("1010,Cash in the safe");
        assertThat(body("/books/postings?store=s002"))
                .contains("supplement 2 to Z", ">difference</span>");
        assertThat(body("/books/postings?store=s002&limit=2"))
                .contains("Next page", "after=" + RandomDay.MONDAY + ".s002.1");
        assertThat(body("/books/postings/s002/" + RandomDay.MONDAY + "/1"))
                .contains("/books/postings/s002/" + RandomDay.MONDAY + "/0\"")
                .contains("the difference it makes");
        assertThat(body(BALANCE + "?store=s002")).contains("\"even\":true");
        assertThat(body(BALANCE + "?store=s003")).contains("\"even\":true");
    }

    @Test
    void the_same_close_down_again_and_the_order_of_stores_change_nothing() throws Exception {
        StoreWriting first = journal(4);
        first.record(MONDAY, Days.closed(MONDAY, 1, 60_000, 2));
        StoreWriting second = journal(5);
        second.record(MONDAY, Days.closed(MONDAY, 1, 5_000, 1));
        send(5, second);
        send(4, first);
        awaitBody("/api/v1/books/postings?store=s004", "\"store\":\"s004\"");
        awaitBody("/api/v1/books/postings?store=s005", "\"store\":\"s005\"");
        List<String> before = everything();
        first.record(MONDAY, Days.closed(MONDAY, 2, 99_900, 1));
        send(4, first);
        awaitBody("/api/v1/alerts", "second-close-down");
        headOffice.close();
        deleteProjection();

        headOffice = organisation.run();

        await().untilAsserted(() -> assertThat(everything()).isEqualTo(before));
    }

    @Test
    void an_account_is_paged_through_from_balance_to_balance() throws Exception {
        StoreWriting journal = journal(6);
        for (int day = 0; day < 4; day++)
            journal.record(
                    MONDAY.plusDays(day), Days.closed(MONDAY.plusDays(day), day + 1L, 6_000, 1));
        send(6, journal);
        awaitBody("/api/v1/books/postings?store=s006", "2010-12-09");

        String account = "/api/v1/books/accounts/2200?store=s006";
        assertThat(body(account))
                .contains("\"closing\":{\"minor\":-4000,")
                .contains("\"next\":null");
        assertThat(body(account + "&limit=2"))
                .contains("\"closing\":{\"minor\":-2000,")
                .contains("\"next\":\"2010-12-07.s006.0\"");
        assertThat(body(account + "&limit=2&after=2010-12-07.s006.0"))
                .contains("\"opening\":{\"minor\":-2000,")
                .contains("\"closing\":{\"minor\":-4000,");
        assertThat(body(account + "&first=2010-12-09")).contains("\"opening\":{\"minor\":-3000,");
        List<String> table =
                body("/api/v1/books/accounts/2200.csv?store=s006&last=2010-12-06").lines().toList();
        assertThat(table).hasSize(2);
        assertThat(table.getFirst()).endsWith(",amount,currency,balance");
        assertThat(table.getLast()).contains("vat,2200,VAT payable,S 20 %,-10.00,GBP,-10.00");
        assertThat(next("/api/v1/books/accounts/2200.csv?store=s006&limit=2"))
                .contains("<?after=2010-12-07.s006.0>; rel=\"next\"");
        assertThat(next("/api/v1/books/postings.csv?store=s006&limit=4")).isPresent();
        assertThat(next("/api/v1/books/postings.csv?store=s006&limit=5")).isEmpty();
        assertThat(body(BALANCE + "?store=s006&last=2010-12-06")).contains("\"minor\":-1000,");
    }

    @Test
    void what_does_not_add_up_is_alerted_and_named() throws Exception {
        send(7, journal(7).record(MONDAY, Days.paidWithTooLittle(MONDAY)));

        awaitBody("/api/v1/alerts", "takings that did not clear");
        assertThat(body(BALANCE + "?store=s007"))
                .contains("\"even\":false")
                .contains("\"by\":{\"minor\":7,\"currency\":\"GBP\"}")
                .contains("\"difference\":{\"minor\":0,");
        assertThat(body("/books?store=s007")).contains("differ by");
        assertThat(body("/books/postings/s007/2010-12-06/0")).contains("1900 Takings");
    }

    @Test
    void pages_lead_from_a_balance_to_the_stores_z() throws Exception {
        send(1, journal(1).record(MONDAY, Days.closed(MONDAY, 1, 60_000, 2)));
        awaitBody(OF_FIRST, "GBP");

        assertThat(body("/books")).contains("href=\"/books/postings\"");
        assertThat(body("/books/postings?store=s001&account=4000&first=2010-12-06&last=2010-12-06"))
                .contains("/books/postings/s001/2010-12-06/0\"", "balanced", "1,200.00")
                .contains("/books/accounts/4000?currency=GBP&amp;store=s001");
        assertThat(body("/books/postings?store=s001&account=2900")).contains("Nothing is posted");
        assertThat(body("/books?store=s001"))
                .contains("debits and credits are equal")
                .contains("/books/accounts/4000?currency=GBP&amp;detail=gifts");
        assertThat(body("/books?store=s001&last=2010-12-05")).contains("Nothing is posted yet");
        assertThat(body("/books/accounts/4000?currency=GBP&store=s001"))
                .contains("/books/postings/s001/2010-12-06/0");
        assertThat(body("/books/postings/s001/2010-12-06/0"))
                .contains("/stores/s001/days/2010-12-06\"")
                .contains("/stores/s001/days/2010-12-06/0/receipts/till-1/1");
        assertThat(body("/stores/s001/days/2010-12-06"))
                .contains("/books/postings/s001/2010-12-06/0");
        assertThat(headOffice.get("/books/accounts/4711").statusCode()).isEqualTo(404);
        assertThat(body("/api/v1/books/accounts/4711")).contains("there are 1000, 1010, 1100");
        assertThat(headOffice.get("/books?last=soon").body()).contains("write a day such as");
        for (String path : List.of("/books", "/books/postings", "/books/accounts/4000"))
            assertThat(body(path + "?store=s099")).contains("there is no store", "there are s001");
        for (String path : List.of("/trial-balance", "/postings", "/accounts/4000.csv"))
            assertThat(body("/api/v1/books" + path + "?store=s099"))
                    .contains("there are s001, s002");
        assertThat(body("/api/v1/books/postings?limit=lots")).contains("write a number from 1 to");
        assertThat(body("/api/v1/books/postings?first=2010-12-07&last=2010-12-06"))
                .contains("write a day up to `last`");
        assertThat(body(BALANCE + "?last=%2B999999999-12-31"))
                .contains("write a day such as 2027-01-31");
        assertThat(body(BALANCE + "?first=2010-12-06")).contains("leave `first` out");
        assertThat(headOffice.get("/books/postings/s001/2010-12-07/0").statusCode()).isEqualTo(404);
    }

    private NodeIdentity gateway(int store) {
        return gateways.get(store - 1);
    }

    private StoreWriting journal(int store) {
        return new StoreWriting(gateway(store));
    }

    private void send(int store, StoreWriting journal) throws Exception {
        try (Caller caller = Caller.as(gateway(store), organisation.headOffice().name())) {
            assertThat(caller.batch(headOffice, journal.all()).statusCode()).isEqualTo(200);
        }
    }

    private void awaitBody(String path, String expected) {
        await().untilAsserted(() -> assertThat(body(path)).contains(expected));
    }

    private String body(String path) throws Exception {
        return headOffice.get(path).body();
    }

    private Optional<String> next(String path) throws Exception {
        return headOffice.get(path).headers().firstValue("Link");
    }

    private List<String> everything() throws Exception {
        return List.of(
                body(BALANCE + "?store=s004"),
                body(BALANCE + "?store=s005"),
                body("/api/v1/books/postings?store=s004"),
                body("/api/v1/books/postings.csv?store=s005"));
    }

    private void deleteProjection() throws Exception {
        try (Stream<Path> files = Files.list(organisation.home().resolve("projection"))) {
            for (Path file : files.toList()) Files.delete(file);
        }
    }
}
