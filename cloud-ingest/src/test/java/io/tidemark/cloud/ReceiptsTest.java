package io.tidemark.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.authority.ProvisionedStore;
import io.tidemark.cloud.books.RandomDay;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.event.Discount;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.UnitPrice;
import io.tidemark.ledger.proof.ReceiptGist;
import io.tidemark.ledger.proof.ReceiptProof;
import io.tidemark.ledger.proof.ReceiptQuestion;
import io.tidemark.ledger.proof.ReceiptReply;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person wants to see a receipt, and the store's gateway, which asks for such wishes, shows it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiptsTest {
    private static final LocalDate MONDAY = Days.MONDAY;
    private static final String LIST = "/stores/s001/days/2010-12-06/0/receipts/till-1/1";
    private static final String LATER = "/stores/s001/days/2010-12-07/0/receipts/till-1/1";
    private static final String ONE = "/stores/s001/receipts/till-1/1/";

    /** One of what is listed at 3.00 for 2.50 less 0.50, brought back, and undone again. */
    private static final PostVoided HAGGLED =
            new PostVoided(
                    Days.GBP,
                    List.of(
                            Line.priced(
                                            new Line.Article(
                                                    "P1",
                                                    null,
                                                    "scratched tin",
                                                    "food",
                                                    new TaxCategory("S", new TaxRate(200_000))),
                                            UnitPrice.of("2.50"),
                                            PriceOrigin.ENTERED,
                                            Quantity.pieces(1),
                                            Days.GBP)
                                    .with(
                                            new LineDetails(
                                                    new LineDetails.PriceOverride(
                                                            UnitPrice.of("3.00"), "scratched"),
                                                    List.of(
                                                            new LineDetails.DiscountShare(
                                                                    0, new Money(50, Days.GBP))),
                                                    null))
                                    .returning(
                                            new OriginalLine(
                                                    "s001",
                                                    "T2",
                                                    LocalDate.of(2010, 12, 1),
                                                    41,
                                                    3))),
                    List.of(Tender.of(TenderType.CASH, new Money(200, Days.GBP))),
                    Money.zero(Days.GBP),
                    new TransactionDetails(
                            List.of(
                                    new Discount(
                                            Discount.Kind.LINE,
                                            "last one",
                                            0,
                                            new Money(50, Days.GBP))),
                            List.of(
                                    new Approval(
                                            Approval.PRICE_OVERRIDE,
                                            "9001",
                                            "scratched, I saw it")),
                            null,
                            null,
                            "wrong customer"),
                    new OriginalReceipt("s001", "T1", MONDAY, 7));

    private Organisation organisation;
    private RunningHeadOffice headOffice;
    private NodeIdentity gateway;
    private NodeIdentity otherGateway;
    private StoreWriting till;
    private Caller store;

    @BeforeAll
    void a_store_with_a_closed_day_and_its_head_office(@TempDir Path directory) throws Exception {
        organisation = Organisation.found(directory);
        ProvisionedStore s001 = organisation.store("s001", 1);
        otherGateway = organisation.store("s002", 1).gateway().openIdentity();
        gateway = s001.gateway().openIdentity();
        till = new StoreWriting(s001.tills().getFirst().openIdentity());
        for (int i = 0; i < 9; i++) till.record(MONDAY, new RandomDay(i).someSale());
        till.record(MONDAY, HAGGLED);
        store = Caller.as(gateway, organisation.headOffice().name());
        headOffice = organisation.run();
        StoreWriting journal = new StoreWriting(gateway);
        journal.record(MONDAY, Days.closed(MONDAY, 1, 60_000, 1));
        journal.record(MONDAY.plusDays(1), Days.closed(MONDAY.plusDays(1), 2, 1_000, 1));
        assertThat(store.batch(headOffice, journal.all()).statusCode()).isEqualTo(200);
        await().untilAsserted(
                        () -> assertThat(body("/stores/s001/days/2010-12-07")).contains(LATER));
    }

    @AfterAll
    void stop() {
        store.close();
        headOffice.close();
    }

    @Test
    void a_receipt_is_fetched_from_its_store_and_shown_as_proven() throws Exception {
        body(ONE + "2");

        ReceiptQuestion asked = questions().getFirst();
        assertThat(asked.journal().node().device()).isEqualTo("till-1");
        assertThat(body(ONE + "2")).contains("the store's gateway is looking");
        assertThat(reply(store, new ReceiptReply.Found(asked.id(), proof(2, 3)))).isEqualTo(204);

        assertThat(body(ONE + "2"))
                .contains("Proven")
                .contains("till-1 signed the head at entry 3")
                .contains("<td>tin</td>");
        assertThat(body("/api/v1" + ONE + "2"))
                .contains("\"state\":\"proven\"")
                .contains("\"signedAt\":3")
                .contains("\"kind\":\"sale\"");
        assertThat(reply(store, new ReceiptReply.Found(asked.id(), proof(2, 3)))).isEqualTo(410);
    }

    @Test
    void a_receipt_is_shown_with_what_was_allowed_and_why() throws Exception {
        body(ONE + "10");

        reply(store, new ReceiptReply.Found(questions().getFirst().id(), proof(10, 10)));

        assertThat(body(ONE + "10"))
                .contains("entered price, listed 3.00: scratched")
                .contains("line discount: last one, −0.50")
                .contains("price override allowed by 9001: scratched, I saw it")
                .contains("from receipt 41 of T2, 2010-12-01, line 3, not checked")
                .contains("Takes back receipt 7 of T1 as a whole")
                .contains("Reason: wrong customer");
        assertThat(body("/api/v1" + ONE + "10"))
                .contains("\"kind\":\"post-void\"")
                .contains(
                        "\"priceEntered\":true,\"listedPrice\":\"3\",\"priceReason\":\"scratched\"")
                .contains("\"discounts\":[{\"kind\":\"LINE\",\"reason\":\"last one\",")
                .contains(
                        "\"act\":\"PRICE_OVERRIDE\",\"supervisor\":\"9001\",\"reason\":\"scratched, I saw it\"")
                .contains("\"reason\":\"wrong customer\"")
                .contains("\"undone\":{\"workstation\":\"T1\",");
    }

    @Test
    void what_the_device_did_not_sign_is_not_shown() throws Exception {
        body(ONE + "1");
        List<EntryBytes> entries = till.batch(1, 3).entries();
        ReceiptProof forged =
                new ReceiptProof(
                        1,
                        Head.genesis(till.all().origin()).hash(),
                        List.of(entries.get(1), entries.get(1), entries.get(2)),
                        till.batch(1, 3).head());

        reply(store, new ReceiptReply.Found(questions().getFirst().id(), forged));

        assertThat(body(ONE + "1")).contains("Not proven").doesNotContain("<table>");
        assertThat(body("/api/v1" + ONE + "1"))
                .contains("\"state\":\"refused\"")
                .contains("lead to hash");
    }

    @Test
    void a_receipt_that_was_pruned_says_so() throws Exception {
        body(ONE + "4");

        reply(
                store,
                new ReceiptReply.NotHere(
                        questions().getFirst().id(), true, "entry 4 was pruned here"));

        assertThat(body(ONE + "4")).contains("Pruned").contains("entry 4 was pruned here");
        assertThat(body("/api/v1" + ONE + "4")).contains("\"state\":\"pruned\"");
    }

    @Test
    void a_question_reaches_a_gateway_that_waits_for_one() throws Exception {
        FutureTask<List<ReceiptQuestion>> waiting = new FutureTask<>(this::questions);
        Thread.ofVirtual().start(waiting);
        await().until(() -> {
            String page = body(ONE + "5");
            return page.contains("the store's gateway is looking");
        });

        assertThat(waiting.get()).hasSize(1);
    }

    @Test
    void a_tills_receipts_of_a_day_are_held_against_the_close_downs_digest() throws Exception {
        assertThat(body(LIST)).contains("entries 1 to 20");

        reply(store, new ReceiptReply.Listed(questions().getFirst().id(), List.of(gist(60_000))));

        assertThat(body(LIST)).contains("Complete").contains("/stores/s001/receipts/till-1/1/7");
        assertThat(body("/api/v1" + LIST)).contains("\"complete\":true").contains("\"number\":1");
    }

    @Test
    void a_list_that_lacks_something_is_told_apart() throws Exception {
        body(LATER);

        reply(store, new ReceiptReply.Listed(questions().getFirst().id(), List.of(gist(999))));

        assertThat(body(LATER)).contains("Differs");
        assertThat(body("/api/v1" + LATER)).contains("\"complete\":false");
    }

    @Test
    void a_gateway_is_asked_about_and_answers_for_nothing_but_its_own_store() throws Exception {
        body(ONE + "6");
        try (Caller other = Caller.as(otherGateway, organisation.headOffice().name())) {
            HttpResponse<byte[]> none = other.get(headOffice, "/v1/receipts/wanted?seconds=0");
            long id = questions().getFirst().id();

            assertThat(none.statusCode()).isEqualTo(204);
            assertThat(reply(other, new ReceiptReply.Found(id, proof(6, 7)))).isEqualTo(410);
        }
        assertThat(body("/api/v1" + ONE + "6")).contains("\"state\":\"waiting\"");
    }

    @Test
    void what_is_no_reply_is_refused_and_unknown_devices_are_not_asked_for() throws Exception {
        assertThat(store.put(headOffice, "/v1/receipts/1", new byte[] {1, 2}).statusCode())
                .isEqualTo(400);
        assertThat(headOffice.get("/stores/s001/receipts/till-9/1/1").statusCode()).isEqualTo(404);
        assertThat(headOffice.get("/stores/s009/receipts/till-1/1/1").statusCode()).isEqualTo(404);
        assertThat(headOffice.get("/api/v1/stores/s001/receipts/till-1/1/0").body())
                .contains("\"status\":400", "sequence is 0; a number from 1 on is wanted");
        assertThat(headOffice.get("/api/v1/stores/s001/receipts/till-1/0/1").body())
                .contains("epoch is 0; a number from 1 on is wanted");
        assertThat(store.get(headOffice, "/v1/receipts/wanted?seconds=0").statusCode())
                .isEqualTo(204);
    }

    private List<ReceiptQuestion> questions() throws Exception {
        HttpResponse<byte[]> answer = store.get(headOffice, "/v1/receipts/wanted?seconds=20");
        assertThat(answer.statusCode()).isEqualTo(200);
        return ReceiptQuestion.parse(answer.body());
    }

    private int reply(Caller caller, ReceiptReply reply) throws Exception {
        return caller.put(headOffice, "/v1/receipts/" + reply.id(), reply.toBytes()).statusCode();
    }

    private ReceiptProof proof(int sequence, int signed) {
        Batch before = till.batch(1, sequence);
        Head head = Head.genesis(before.origin());
        for (EntryBytes entry : before.entries().subList(0, sequence - 1)) head = head.then(entry);
        Hash previous = head.hash();
        return ReceiptProof.of(previous, till.batch(sequence, signed));
    }

    private static ReceiptGist gist(long gross) {
        return new ReceiptGist(
                7, 1, 4, Instant.parse("2010-12-06T10:00:00Z"), 10, new Money(gross, Days.GBP));
    }

    private String body(String path) throws Exception {
        return headOffice.get(path).body();
    }
}
